"""Pages as they look: pictures of finished files."""
