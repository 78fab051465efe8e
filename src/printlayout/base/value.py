"""Frozen, slotted dataclasses that cost next to nothing to define.

Every command defines over a hundred of them before it does anything. The standard library writes and compiles six
methods for each at import, about 0.7 ms a class; here the constructor is written when the first value is made and the
other methods are shared, which takes a fifth off a cold page. To a type checker they *are* the standard library's, and
values work with ``dataclasses.replace``, ``fields`` and ``asdict``, with ``pickle`` and ``match``.

Supported is what the project uses: ``frozen`` and ``eq``, always with ``slots``; ``field`` with ``default``,
``default_factory``, ``init`` and ``repr``; ``__post_init__``. No inheritance between values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from operator import attrgetter

    _MISSING = object()

    class _Field:
        """What ``field()`` says of one attribute."""

        __slots__ = ("default", "factory", "init", "repr")

        def __init__(self, default, factory, init, repr_):
            self.default = default
            self.factory = factory
            self.init = init
            self.repr = repr_

    def field(*, default=_MISSING, default_factory=_MISSING, init=True, repr=True):
        """As :func:`dataclasses.field`."""
        return _Field(default, default_factory, init, repr)

    def dataclass(*, frozen=False, slots=False, eq=True):
        """As :func:`dataclasses.dataclass`, for slotted classes."""
        if not slots:
            raise TypeError("values have slots")

        def decorate(cls):
            return _made(cls, frozen, eq)

        return decorate

    def replace(value, /, **changes):
        """As :func:`dataclasses.replace`."""
        cls = type(value)
        for name, one in cls.__value_fields__.items():
            if one.init and name not in changes:
                changes[name] = getattr(value, name)
        return cls(**changes)

    def _made(cls, frozen, eq):
        body = dict(cls.__dict__)
        names = [n for n, kind in body.get("__annotations__", {}).items() if not str(kind).startswith("ClassVar")]
        fields = {}
        for name in names:
            default = body.pop(name, _MISSING)
            fields[name] = default if isinstance(default, _Field) else _Field(default, _MISSING, True, True)
        body.pop("__dict__", None)
        body.pop("__weakref__", None)
        body["__slots__"] = tuple(names)
        body["__match_args__"] = tuple(name for name in names if fields[name].init)
        body["__value_fields__"] = fields
        body["__dataclass_fields__"] = _StandardFields()
        body["__init__"] = _first
        body["__repr__"] = body.get("__repr__", _repr)
        body["__getstate__"] = _getstate
        body["__setstate__"] = _setstate
        values = attrgetter(*names) if names else None
        if eq:
            body["__eq__"], body["__hash__"] = _comparison(values, frozen)
        if frozen:
            body["__setattr__"] = body["__delattr__"] = _refuse
        made = type(cls)(cls.__name__, cls.__bases__, body)
        made.__qualname__ = cls.__qualname__
        return made

    def _first(self, *args, **kwargs):
        """The constructor until the first value is made: write the real one, and be it."""
        cls = type(self)
        cls.__init__ = _constructor(cls)
        cls.__init__(self, *args, **kwargs)

    def _constructor(cls):
        space = {"M": _MISSING}
        heads, lines = ["self"], []
        for name, one in cls.__value_fields__.items():
            space[f"s_{name}"] = cls.__dict__[name].__set__
            value = name
            if one.factory is not _MISSING:
                space[f"f_{name}"] = one.factory
                value = f"f_{name}() if {name} is M else {name}" if one.init else f"f_{name}()"
                if one.init:
                    heads.append(f"{name}=M")
            elif one.default is not _MISSING:
                space[f"d_{name}"] = one.default
                if one.init:
                    heads.append(f"{name}=d_{name}")
                else:
                    value = f"d_{name}"
            elif one.init:
                heads.append(name)
            else:
                continue
            lines.append(f"  s_{name}(self, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append("  self.__post_init__()")
        exec(f"def __init__({', '.join(heads)}):\n" + ("\n".join(lines) or "  pass"), space)
        made = space["__init__"]
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        return made

    def _comparison(values, frozen):
        if values is None:
            return (lambda self, other: True if type(other) is type(self) else NotImplemented), lambda self: 0

        def equal(self, other):
            return values(self) == values(other) if type(other) is type(self) else NotImplemented

        return equal, (lambda self: hash(values(self))) if frozen else None

    def _repr(self):
        shown = ", ".join(f"{n}={getattr(self, n)!r}" for n, one in self.__value_fields__.items() if one.repr)
        return f"{type(self).__qualname__}({shown})"

    def _getstate(self):
        return [getattr(self, name) for name in self.__slots__]

    def _setstate(self, state):
        cls = type(self)
        for name, value in zip(cls.__slots__, state, strict=True):
            cls.__dict__[name].__set__(self, value)

    def _refuse(self, name, *_value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    class _StandardFields:
        """``__dataclass_fields__``, made when something asks for it."""

        def __get__(self, value, cls):
            import dataclasses

            fields = {}
            for name, one in cls.__value_fields__.items():
                known = {"init": one.init, "repr": one.repr}
                if one.factory is not _MISSING:
                    known["default_factory"] = one.factory
                elif one.default is not _MISSING:
                    known["default"] = one.default
                made = dataclasses.field(**known)
                made.name, made.type = name, cls.__annotations__[name]
                made._field_type = dataclasses._FIELD
                fields[name] = made
            cls.__dataclass_fields__ = fields
            return fields


__all__ = ["dataclass", "field", "replace"]
