"""How languages of other scripts are written in Latin letters, for making the tables of ``model``.

Translators follow no scheme: one collection of cables has “obiedineniia”, “pod’yekhal” and “bilo”. So each word is
written in several ways, the ways of a library catalogue, of a gazetteer and of a newspaper, with common slips.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_SAME = dict(zip("абвгдзклмнопрстуф", "abvgdzklmnoprstuf", strict=True))
_LETTERS = "e e zh i i kh ts ch sh shch \" y ' e iu ia"
_MORE = dict(zip("еёжийхцчшщъыьэюя", _LETTERS.split(), strict=True))
LIBRARY = _SAME | _MORE
_GAZETTEER = LIBRARY | {"й": "y", "ю": "yu", "я": "ya"}
_NEWSPAPER = _GAZETTEER | {"ъ": "", "ь": ""}
_PHONETIC = _NEWSPAPER | {"ы": "i", "х": "h", "щ": "sch", "й": "i"}
_BULGARIAN = _GAZETTEER | {"щ": "sht", "ъ": "a", "ь": "y", "х": "h"}
_BULGARIAN_OLDER = _BULGARIAN | {"ъ": "u", "ю": "iu", "я": "ia", "х": "kh", "й": "i"}
_MONGOLIAN = _GAZETTEER | {"ё": "yo", "е": "ye", "ж": "j", "й": "i", "ө": "ö", "ү": "ü", "ъ": "", "ь": "i"}
_MONGOLIAN_OLDER = _MONGOLIAN | {"ж": "zh", "е": "e", "ь": "'", "ө": "o", "ү": "u"}
_VOWELS = "аеёиоуыэюяъь"

_FIRST = "g kk n d tt r m b pp s ss - j jj ch k t p h"
_FIRST_OLDER = "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h"
_VOWEL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_VOWEL_OLDER = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i"
_LAST = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"

_PINYIN = "b p m f d t n l g k h j q x zh ch sh r z c s y w"
_WADE = "p p' m f t t' n l k k' h ch ch' hs ch ch' sh j ts ts' s y w"
_INITIALS = dict(zip(_PINYIN.split(), _WADE.split(), strict=True)) | {"": ""}
_SYLLABLES = """
a ai an ang ao e ei en er o ou ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu pa pai pan pang pao
pei pen peng pi pian piao pie pin ping po pou pu ma mai man mang mao mei men meng mi mian miao mie min ming miu mo mou
mu fa fan fang fei fen feng fo fou fu da dai dan dang dao de dei deng di dian diao die ding diu dong dou du duan dui
dun duo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo na nai nan nang nao ne nei nen
neng ni nian niang niao nie nin ning niu nong nu nuan nuo nü nüe la lai lan lang lao le lei leng li lia lian liang
liao lie lin ling liu long lou lu luan lun luo lü lüe ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan
guang gui gun guo ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo ha hai han hang hao he
hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun xi xia xian xiang xiao xie xin xing xiong xiu xu xuan
xue xun zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo cha chai
chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo sha shai shan shang shao she shei
shen sheng shi shou shu shua shuai shuan shuang shui shun shuo ran rang rao re ren reng ri rong rou ru ruan rui run
ruo za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo ca cai can cang cao ce cen ceng ci cong cou cu
cuan cui cun cuo sa sai san sang sao se sen seng si song sou su suan sui sun suo ya yan yang yao ye yi yin ying yo
yong you yu yuan yue yun wa wai wan wang wei wen weng wo wu
"""
SYLLABLES = frozenset(_SYLLABLES.split())
"""The syllables of Chinese in pinyin, a closed set."""


def pinyin(word: str) -> int:
    """Return how many syllables a word in pinyin has, or 0 if it cannot be divided into such syllables."""
    bare = re.sub(r"['-]", "", _without_tones(word))
    best = [0, *([-1] * len(bare))]
    for end in range(1, len(bare) + 1):
        for start in range(max(0, end - 6), end):
            if best[start] >= 0 and bare[start:end] in SYLLABLES and (best[end] < 0 or best[start] + 1 < best[end]):
                best[end] = best[start] + 1
    return max(best[-1], 0) if bare else 0


def wade(syllable: str) -> str:
    """Write a syllable of pinyin in the system of Wade and Giles, without diacritics but with its apostrophes."""
    found = re.match(r"[zcs]h|[bpmfdtnlgkhjqxrzcsyw]?", syllable)
    initial = found.group() if found else ""
    final = syllable[len(initial) :]
    if final == "i" and initial in ("zh", "ch", "sh", "r"):
        final = "ih"
    elif final == "i" and initial in ("z", "c", "s"):
        return {"z": "tzu", "c": "tz'u", "s": "ssu"}[initial]
    elif syllable in ("yi", "you"):
        return "i" if syllable == "yi" else "yu"
    if initial in ("j", "q", "x", "y") and final.startswith("u"):
        final = f"ü{final[1:]}"
    for old, new in (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("üe", "üeh"), ("uo", "o")):
        final = new if final == old and not (old == "uo" and initial in ("g", "k", "h", "sh")) else final
    final = {"e": "o" if initial in ("g", "k", "h") else "e", "ui": "ui", "iong": "iung"}.get(final, final)
    return _INITIALS[initial] + final


def wades(word: str) -> bool:
    """Tell whether a word consists of syllables in the system of Wade and Giles."""
    return all(part in _wade_syllables() for part in re.split("-", _without_tones(word).replace("ê", "e")) if part)


@cache
def _wade_syllables() -> frozenset[str]:
    exact = {wade(syllable) for syllable in SYLLABLES}
    return frozenset(exact | {syllable.replace("ü", "u") for syllable in exact})


def written(word: str, code: str) -> Iterator[str]:
    """Yield the ways in which a word of running text is found in Latin letters; a Latin word as it is, then bare."""
    if code == "ru-Latn":
        yield from _russian(word)
    elif code == "bg-Latn":
        for letters in (_BULGARIAN, _BULGARIAN_OLDER):
            yield "".join(letters.get(letter, "") for letter in word)
    elif code == "mn-Latn":
        for letters in (_MONGOLIAN, _MONGOLIAN_OLDER):
            yield "".join(letters.get(letter, "") for letter in word)
    elif code == "ko-Latn":
        for scheme in (_FIRST.split(), _VOWEL.split()), (_FIRST_OLDER.split(), _VOWEL_OLDER.split()):
            yield "".join(_hangul(letter, *scheme) for letter in word)
    else:
        yield word
        bare = stripped(word)
        if bare != word:
            yield bare


def stripped(word: str) -> str:
    """Return a word without diacritics."""
    letters = unicodedata.normalize("NFD", word.replace("ł", "l").replace("đ", "d").replace("ß", "ss"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _russian(word: str) -> Iterator[str]:
    library = "".join(LIBRARY.get(letter, "") for letter in word)
    yield library
    if word.endswith(("ия", "ие", "ии", "ию")):
        yield library.replace("ie", "iie") if word.endswith("ие") else library
    yielding = re.sub(rf"(?<=[{_VOWELS}])е|^е", "йе", word)
    yield "".join(_GAZETTEER.get(letter, "") for letter in yielding)
    yield "".join(_NEWSPAPER.get(letter, "") for letter in re.sub(r"[иы]й$", "ы", word))
    yield "".join(_PHONETIC.get(letter, "") for letter in word)


def _hangul(letter: str, first: list[str], vowels: list[str]) -> str:
    index = ord(letter) - 0xAC00
    if not 0 <= index < 11172:
        return ""
    parts = first[index // 588], vowels[index % 588 // 28], _LAST.split()[index % 28]
    return "".join(part for part in parts if part != "-")


def _without_tones(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    kept = "".join(c for c in letters if not unicodedata.combining(c) or c == "̈")
    return unicodedata.normalize("NFC", kept)
