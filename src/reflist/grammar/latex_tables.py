"""What LaTeX commands stand for, as far as fields of BibTeX files use them."""

from reflist.text import Mark

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "h": "\u0309",
    "G": "\u030f",
    "U": "\u030e",
}
"""LaTeX's accent commands and the combining characters they stand for."""

LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ",
}  # fmt: skip
"""Commands for letters that every LaTeX and BibTeX knows."""

LATER_LETTERS = {
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ",
    "ij": "ĳ", "IJ": "Ĳ", "kra": "ĸ", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "textschwa": "ə",
}  # fmt: skip
"""Commands for letters that only some font encodings have; read, but not written."""

SIGNS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip
"""Commands for characters that have a special meaning in LaTeX."""

LATER_SIGNS = {
    "textendash": "–", "textemdash": "—", "textquotesingle": "'", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": '"', "quotesinglbase": "‚",
    "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’",
    "psq": "f.", "psqq": "ff.",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textbullet": "•", "textperiodcentered": "·", "textdagger": "†",
    "dag": "†", "textdaggerdbl": "‡", "ddag": "‡", "S": "§", "textsection": "§", "P": "¶", "textparagraph": "¶",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "textdegree": "°",
    "degree": "°", "textmu": "µ", "texttimes": "×", "textdiv": "÷", "textpm": "±", "textordfeminine": "ª",
    "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "textexclamdown": "¡",
    "textquestiondown": "¿", "textunderscore": "_", "textdollar": "$", "textasteriskcentered": "∗",
    "textnumero": "№", "slash": "/", "textvisiblespace": "␣", "nobreakspace": "\u00a0", "space": " ",
    "textinterrobang": "‽", "textinterrobangdown": "⸘", "textpertenthousand": "‱", "textperthousand": "‰",
    "textopenbullet": "◦", "textbigcircle": "◯", "textminus": "−", "textlnot": "¬", "textsurd": "√", "textohm": "Ω",
    "textmho": "℧", "textcelsius": "℃", "textestimated": "℮", "textrecipe": "℞", "textreferencemark": "※",
    "textservicemark": "℠", "textcircledP": "℗", "textcopyleft": "🄯", "textpilcrow": "¶", "textmusicalnote": "♪",
    "textleftarrow": "←", "textrightarrow": "→", "textuparrow": "↑", "textdownarrow": "↓", "textbardbl": "‖",
    "textbrokenbar": "¦", "textflorin": "ƒ", "textcolonmonetary": "₡", "textwon": "₩", "textnaira": "₦",
    "textguarani": "₲", "textpeso": "₱", "textlira": "₤", "textdong": "₫", "textbaht": "฿", "textborn": "⋆",
    "textdied": "†", "textmarried": "⚭", "textasciimacron": "¯", "textasciiacute": "´", "textasciidieresis": "¨",
    "textdblhyphen": "⹀", "textnbspace": "\u00a0", "quad": " ", "qquad": " ", "enspace": " ", "enskip": " ",
    "thinspace": " ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "XeTeX": "XeTeX",
}  # fmt: skip
"""Commands for characters that are written in another way or as they are; read, but not written."""

ESCAPED = "&%$#_{}"
"""Characters that lose their special meaning after a backslash."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0"}
"""Characters that LaTeX writes as several ASCII characters, or as another one."""

MARKS = {
    Mark.ITALIC: ("\\emph{", "}"),
    Mark.BOLD: ("\\textbf{", "}"),
    Mark.SUP: ("\\textsuperscript{", "}"),
    Mark.SUB: ("\\textsubscript{", "}"),
    Mark.SMALL_CAPS: ("\\textsc{", "}"),
    Mark.NO_CASE: ("{{", "}}"),
    Mark.MATH: ("$", "$"),
    Mark.QUOTE: ("``", "''"),
}
"""LaTeX before and after a mark. One pair of braces protects capitals by our rule for titles; two stand for no-case."""

MARKING = {
    "emph": Mark.ITALIC, "textit": Mark.ITALIC, "textsl": Mark.ITALIC, "mkbibemph": Mark.ITALIC,
    "textbf": Mark.BOLD, "mkbibbold": Mark.BOLD, "textsc": Mark.SMALL_CAPS, "textsuperscript": Mark.SUP,
    "textsubscript": Mark.SUB, "enquote": Mark.QUOTE, "mkbibquote": Mark.QUOTE,
}  # fmt: skip
"""Commands that mark their argument."""

TAGS = {
    "i": "emph", "em": "emph", "italic": "emph", "b": "textbf", "strong": "textbf", "bold": "textbf",
    "sub": "textsubscript", "inf": "textsubscript", "sup": "textsuperscript",
}  # fmt: skip
"""HTML and JATS tags, and the commands with the same meaning."""

DECLARING = {
    "em": Mark.ITALIC, "it": Mark.ITALIC, "itshape": Mark.ITALIC, "sl": Mark.ITALIC, "bf": Mark.BOLD,
    "bfseries": Mark.BOLD, "sc": Mark.SMALL_CAPS, "scshape": Mark.SMALL_CAPS,
}  # fmt: skip
"""Commands that mark the rest of their group."""

SILENT = frozenset(
    """url path mbox hbox text texttt textrm textsf textup textnormal textmd uppercase relax protect rm tt sf
    normalfont allowbreak nobreak upshape mdseries small ensuremath nolinkurl""".split()
)
"""Commands that change how their argument looks, but not its words."""

SPACES = {" ": " ", "\n": " ", "\t": " ", ",": "\u202f", ";": " ", ":": " ", "-": "", "/": "", "@": "", "!": ""}
"""What these characters mean after a backslash: spaces, and hints for line breaking, which are left out."""
