from pathlib import Path

import pytest

from changes import normalise
from printlayout.text.normalise import substitutions


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # marks next to Chinese
        ("2022年,张湾区", "2022年，张湾区"),
        ("33个,招聘123人;区", "33个，招聘123人；区"),
        ("均达100%,工作", "均达100%，工作"),
        ("均达100%,3月以来", "均达100%，3月以来"),
        ("“一盘棋”,统一", "“一盘棋”，统一"),
        ("《规程》;吸纳", "《规程》；吸纳"),
        ("帮您办”APP,打造", "帮您办”APP，打造"),
        ("好吗?好!真的?!", "好吗？好！真的？！"),
        ("时间:10:30,地点:十堰.", "时间：10:30，地点：十堰。"),
        ("达100%.", "达100%。"),
        ("你好, 世界 (全体)", "你好，世界（全体）"),
        ("价格:¥5,999;", "价格：¥5,999；"),
        ("共142.", "共142。"),
        ("“2022”,“2023”", "“2022”，“2023”"),
        # brackets in pairs
        ("统战(民宗)工作", "统战（民宗）工作"),
        ("健全(理、说)事会", "健全（理、说）事会"),
        ("联合国(UN)决定", "联合国（UN）决定"),
        ("(1)加强", "（1）加强"),
        ("GDP(国内生产总值)", "GDP（国内生产总值）"),
        ("函数f(x)的值", "函数f(x)的值"),
        ("甲(乙(丙)丁)", "甲（乙（丙）丁）"),
        # quotes in pairs
        ('他说"你好"。', "他说“你好”。"),
        ("他说:\"大家'早'\"", "他说：“大家‘早’”"),
        ('15"显示屏和"智能"', '15"显示屏和“智能”'),
        ('"2022"年', "“2022”年"),
        ("it's 好", "it's 好"),
        # dots and dashes
        ("他说...走吧", "他说……走吧"),
        ("等等......", "等等……"),
        ("--2022年综述", "——2022年综述"),
        ("春天--花开", "春天——花开"),
        ("用--help看", "用--help看"),
        # what stays
        ("1,234.5元", "1,234.5元"),
        ("比分3:2", "比分3:2"),
        ("版本1.5", "版本1.5"),
        ("1.加强领导", "1.加强领导"),
        ("1.", "1."),
        ("第1,2,3条", "第1,2,3条"),
        ("“Go,” he said, “now.”", "“Go,” he said, “now.”"),
        ("构成“6+X”、", "构成“6+X”、"),
        ("U.S.政府", "U.S.政府"),
        ("J.K.罗琳", "J.K.罗琳"),
        ("打开文件.pdf", "打开文件.pdf"),
        ("见https://a.cn/b?c=1,2:3。", "见https://a.cn/b?c=1,2:3。"),
        ("见https://a.cn,再来", "见https://a.cn，再来"),
        ("写信到a.b@c.com.cn,谢谢", "写信到a.b@c.com.cn，谢谢"),
        ('Hello, world! (1) it\'s "fine"...', 'Hello, world! (1) it\'s "fine"...'),
        ("他唱Hello, world!然后", "他唱Hello, world!然后"),
        ("", ""),
    ],
)
def test_cases(text: str, wanted: str) -> None:
    assert normalise(text)[0] == wanted


def test_is_done_once() -> None:
    text, count = normalise("甲,乙(丙)...")
    assert (text, count) == ("甲，乙（丙）……", 4)
    assert normalise(text) == (text, 0)


def test_changes_tell_where() -> None:
    assert substitutions("甲,乙...丙") == [(1, 2, "，"), (3, 6, "……")]


def test_real_copy() -> None:
    """Counted by eye in the two stories: every half-width mark beside Chinese goes, every number stays."""
    folder = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan" / "stories"
    text = (folder / "zhangwan.md").read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2]
    made = [normalise(line)[0] for line in body.split("\n")]
    left = {c for line in made for c in line if c in ",.;:?!()\"'"}
    assert left == set()
    assert "满意率均达100%，工作经验做法" in "".join(made)
