"""The parts that each rule of the tagger claims: a line, and below it its labelled parts; the rest separates."""

import re

import pytest

from reflist.prose.labels import spans_of
from reflist.prose.tagger import tag
from reflist.prose.tokens import tokenize

HEADS = """
Smith, J. (trans.) (2001) A title, London: Sage.
    translator: Smith, J. | date: 2001 | title: A title | place: London | publisher: Sage.
[12] Smith, J. (2001) A title, London: Sage.
    author: Smith, J. | date: 2001 | title: A title | place: London | publisher: Sage.
• Smith, J. (2001) A title, London: Sage.
    author: Smith, J. | date: 2001 | title: A title | place: London | publisher: Sage.
A title alone (2001)
    title: A title alone | date: 2001
Smith, J. (2001), http://www.example.org
    title: Smith, J. | date: 2001 | url: http://www.example.org
Smith J., http://www.example.org
    title: Smith J | url: http://www.example.org
Abel, R., 2001, A title, London: Sage.
    author: Abel, R. | date: 2001 | title: A title | place: London | publisher: Sage.
(2001) A title, London: Sage.
    date: 2001 | title: A title | place: London | publisher: Sage.
‘A title’ (2001), Journal of Forms, 3, 4, 5–9.
    title: A title | date: 2001 | container: Journal of Forms | volume: 3 | issue: 4 | pages: 5–9
Smith, John. ‘A title’, Journal of Forms, 3, 4, 5–9.
    author: Smith, John | title: A title | container: Journal of Forms | volume: 3 | issue: 4 | pages: 5–9
Smith J ‘A title’, Journal of Forms, 3, 4, 5–9.
    author: Smith J | title: A title | container: Journal of Forms | volume: 3 | issue: 4 | pages: 5–9
Smith, John. A Plain Title: How to Read It. New York: Oxford University Press, 2001.
    author: Smith, John | title: A Plain Title: How to Read It. | place: New York
    publisher: Oxford University Press | date: 2001
Smith, John, and Mary Jones. A Plain Title. New York: Oxford University Press, 2001.
    author: Smith, John, and Mary Jones | title: A Plain Title | place: New York
    publisher: Oxford University Press | date: 2001
Smith J, van der Berg A. A title. Journal of Forms. 2001;12(3):4–9.
    author: Smith J, van der Berg A | title: A title | container: Journal of Forms | date: 2001 | volume: 12
    issue: 3 | pages: 4–9
Abel, R., Bell, C. A title. Journal of Forms, 12(3), 4–9 (2003)
    author: Abel, R., Bell, C. | title: A title | container: Journal of Forms | volume: 12 | issue: 3 | pages: 4–9
    date: 2003
Abel, R. A title, London: Sage (2003).
    author: Abel, R. | title: A title | place: London | publisher: Sage | date: 2003
Smith, J., A Plain Title (London: Sage, 2001).
    author: Smith, J. | title: A Plain Title | place: London | publisher: Sage | date: 2001
"""

YEARS = """
Weber, M. (1922 [1978]) Economy, Berkeley, CA: University of California Press.
    author: Weber, M. | original_date: 1922 | date: 1978 | title: Economy | place: Berkeley, CA
    publisher: University of California Press.
Weber, M. (1978 [1922]) Economy, Berkeley, CA: University of California Press.
    author: Weber, M. | date: 1978 | original_date: 1922 | title: Economy | place: Berkeley, CA
    publisher: University of California Press.
Weber, M. ([1922] 1978) Economy, London: Sage.
    author: Weber, M. | original_date: 1922 | date: 1978 | title: Economy | place: London | publisher: Sage.
Imhof RST (1965) 1984 and all that. London: Sage
    author: Imhof RST | date: 1965 | title: 1984 and all that | place: London | publisher: Sage
Abel, R. (c. 1848) A title, London: Sage.
    author: Abel, R. | date: 1848 | title: A title | place: London | publisher: Sage.
Abel, R. (©2001) A title, London: Sage.
    author: Abel, R. | date: 2001 | title: A title | place: London | publisher: Sage.
Abel, R. (1999) 2001. A title. London: Sage.
    author: Abel, R. | original_date: 1999 | date: 2001 | title: A title | place: London | publisher: Sage.
Abel, R., A title. Journal of Forms, in press.
    author: Abel, R. | title: A title | container: Journal of Forms | status: in press
Abel, R. (2017), ‘A title’, Journal of Forms, early online 12 May 2017.
    author: Abel, R. | date: 2017 | title: A title | container: Journal of Forms | status: early online
    day: 12 May 2017
Abel, R. (2017), ‘A title’, Journal of Forms, ahead of print, doi:10.5555/x.
    author: Abel, R. | date: 2017 | title: A title | container: Journal of Forms | status: ahead of print
    doi: 10.5555/x
Abel, R. (2017), ‘A title’, in press with Sage, London.
    author: Abel, R. | date: 2017 | title: A title | publisher: in press with Sage | place: London.
Abel, R. (2017), ‘A title’, Journal of Forms 94 388–97.
    author: Abel, R. | date: 2017 | title: A title | container: Journal of Forms | volume: 94 | pages: 388–97
Abel, R. (2017), ‘A title’, Journal of Forms, no. 9 115–20.
    author: Abel, R. | date: 2017 | title: A title | container: Journal of Forms | issue: 9 | pages: 115–20
Abel, R. (2017) A title. Nature 171.4356, 737–38.
    author: Abel, R. | date: 2017 | title: A title | container: Nature | volume: 171 | issue: 4356 | pages: 737–38
Abel, R. (2017) A title. Emended ed. London: Sage, No. Cm 5860.
    author: Abel, R. | date: 2017 | title: A title | edition: Emended | place: London | publisher: Sage
    report: No. Cm 5860.
Abel, R. (2017). A title. Forms Publishing. https://doi.org/10.5555/x
    author: Abel, R. | date: 2017 | title: A title | publisher: Forms Publishing | doi: 10.5555/x
Abel, R. (2017), ‘A title’, Journal of Forms, online first.
    author: Abel, R. | date: 2017 | title: A title | container: Journal of Forms | status: online first
"""

ADDRESSES = """
Abel, R. (2008), ‘A title’, www.example.org/a_(b), accessed 3 May 2011.
    author: Abel, R. | date: 2008 | title: A title | url: www.example.org/a_(b) | accessed: 3 May 2011
Abel, R. (2008), ‘A title’, (see http://www.example.org/a).
    author: Abel, R. | date: 2008 | title: A title | url: http://www.example.org/a
Abel, R. (2008), ‘A title’, example.org.
    author: Abel, R. | date: 2008 | title: A title | url: example.org
Abel, R. (2008), ‘A title’, [online] http://www.example.org/a [viewed May 2011].
    author: Abel, R. | date: 2008 | title: A title | url: http://www.example.org/a | accessed: May 2011
Abel, R. (2008), ‘A title’, accessed by many, http://www.example.org
    author: Abel, R. | date: 2008 | title: A title | publisher: accessed by many | url: http://www.example.org
Abel, R. (2008), A title, Sage, ISBN 978-0-306-40615-7.
    author: Abel, R. | date: 2008 | title: A title | publisher: Sage | isbn: 978-0-306-40615-7
Abel, R. (2008), A title. Journal of Forms, 3(4). 10.5555/x.y
    author: Abel, R. | date: 2008 | title: A title | container: Journal of Forms | volume: 3 | issue: 4
    doi: 10.5555/x.y
Abel, R. (2008), ‘A title’, Journal of Forms, https://doi.org/10.5555/x, http://www.example.org/
    author: Abel, R. | date: 2008 | title: A title | container: Journal of Forms | doi: 10.5555/x
    url: http://www.example.org/
"""

TITLES = """
Abel, R. (1984) *Chalk*: *a diary*, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk*: *a diary | place: London | publisher: Sage.
Abel, R. (1984) *Chalk*: a diary, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk*: a diary | place: London | publisher: Sage.
Abel, R. (1984) <em>Chalk</em>, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk | place: London | publisher: Sage.
Abel, R. (1984) - *Chalk*, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk | place: London | publisher: Sage.
Abel, R. (1984) Chalk and *talk* in towns, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk and *talk* in towns | place: London | publisher: Sage.
Abel, R. (1984) ‘Chalk’ and talk, London: Sage.
    author: Abel, R. | date: 1984 | title: ‘Chalk’ and talk | place: London | publisher: Sage.
Abel, R. (1984) ‘Chalk’: talk, London: Sage.
    author: Abel, R. | date: 1984 | title: ‘Chalk’: talk | place: London | publisher: Sage.
Abel, R. (1984) ‘Chalk and talk, London: Sage.
    author: Abel, R. | date: 1984 | title: ‘Chalk and talk | place: London | publisher: Sage.
Abel, R. (1984) Chalk and talk. *Journal of Forms*, 3(4), 5–9.
    author: Abel, R. | date: 1984 | title: Chalk and talk | container: Journal of Forms | volume: 3 | issue: 4
    pages: 5–9
Abel, R. (1984) ‘A title’, *Journal of Forms*, *3*, 5–9.
    author: Abel, R. | date: 1984 | title: A title | container: Journal of Forms | volume: 3 | pages: 5–9
Abel, R. (1984). Trust. *Journal of Forms, 12*(3), 4–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3 | pages: 4–9
Abel, R. (1984). Trust. *Journal of Forms*, *12*(3), 4–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3 | pages: 4–9
Abel, R. (1984). Trust. *Journal of Forms, 12*, 4–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | pages: 4–9
Abel, R. (1984). Trust. *Journal of Forms*, **12**(3), 4–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3 | pages: 4–9
Abel, R. (1984) <i>Chalk</i>: <i>a diary</i>, London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk</i>: <i>a diary | place: London | publisher: Sage.
Abel, R. (1984) *Chalk*: London: Sage.
    author: Abel, R. | date: 1984 | title: Chalk | place: London | publisher: Sage.
"""

SPEECHES = """
Abel, R. (1984), ‘Trust in towns’, speech to the Fabian Society, London, 3 May.
    author: Abel, R. | date: 1984 | title: Trust in towns | speech: speech to the | event: Fabian Society
    event_place: London | day: 3 May
Abel, R. (1984), Speech to the Fabian Society, London, 3 May.
    author: Abel, R. | date: 1984 | title: Speech to the Fabian Society | event_place: London | day: 3 May
Abel, R. (1984), ‘Trust’, keynote address given at the Annual Conference of Boards, Leeds.
    author: Abel, R. | date: 1984 | title: Trust | speech: keynote address given at the
    event: Annual Conference of Boards | event_place: Leeds.
Abel, R. (1984), ‘Trust’, remarks to the Rotary Club, Derby, Spring.
    author: Abel, R. | date: 1984 | title: Trust | speech: remarks to the | event: Rotary Club | event_place: Derby
    day: Spring
Abel, R. (1984), ‘Trust’, in A Book of Speech to the Nation, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | container: A Book of Speech to the Nation | place: London
    publisher: Sage.
Abel, R. (1984), ‘Trust’, speech to .
    author: Abel, R. | date: 1984 | title: Trust | publisher: speech to
Abel, R. (1984), ‘Trust’, paper presented at the .
    author: Abel, R. | date: 1984 | title: Trust
Abel, R. (1984), Speech to Parliament: ‘Trust’, London.
    author: Abel, R. | date: 1984 | speech: Speech to | event: Parliament | title: Trust | event_place: London.
"""

EVENTS = """
Abel, R. (1984), ‘Trust’, paper presented at the Boards Forum, Uppsala, Sweden, 3 May 1984.
    author: Abel, R. | date: 1984 | title: Trust | event: Boards Forum | event_place: Uppsala, Sweden
    event_date: 3 May 1984
Abel, R. (1984), Trust in boards. Paper presented at the meeting of the Boards Society, Leeds.
    author: Abel, R. | date: 1984 | title: Trust in boards | event: meeting of the Boards Society
    event_place: Leeds.
Abel, R. (1984), ‘Trust’, paper presented to the Social Group, University of Leeds, May.
    author: Abel, R. | date: 1984 | title: Trust | event: Social Group | event_place: University of Leeds
    event_date: May
Abel, R. (1984), ‘Trust’, paper presented at Boards, Annual Conference of Towns.
    author: Abel, R. | date: 1984 | title: Trust | event: Boards, Annual Conference of Towns.
Abel, R. (1984), ‘Trust’, Annual Conference of Boards, Leeds, 3–4 May.
    author: Abel, R. | date: 1984 | title: Trust | event: Annual Conference of Boards | event_place: Leeds
    event_date: 3–4 May
Abel, R. (1984), ‘Trust’, Proceedings of the Conference on Boards, Leeds, 3–4 May.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Proceedings of the Conference on Boards | place: Leeds
    day: 3–4 May
"""

BOOKS_AND_EDITORS = """
Abel, R. (1984) ‘Trust’, in Baker, S. (ed.) *The Book*, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | editor: Baker, S. | container: The Book | place: London
    publisher: Sage.
Abel, R. (1984) ‘Trust’, in S. Baker and T. Cole, The Book, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | editor: S. Baker and T. Cole | container: The Book
    place: London | publisher: Sage.
Abel, R. (1984) ‘Trust’, in J. Haugen (Series Ed.) & T. Cole (Vol. Ed.), The Book, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | series_editor: J. Haugen | editor: T. Cole | container: The Book
    place: London | publisher: Sage.
Abel, R. (1984) ‘Trust’, in Home Office (ed.), The Book, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | editor: Home Office | container: The Book | place: London
    publisher: Sage.
Abel, R. (1984) ‘Trust’, in ‘The Book’, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | container: The Book | place: London | publisher: Sage.
Abel, R. (1984) In The Book, London: Sage.
    author: Abel, R. | date: 1984 | title: In The Book | place: London | publisher: Sage.
Abel, R. (1984) Trust, in The Book of All, London: Sage.
    author: Abel, R. | date: 1984 | title: Trust, in The Book of All | place: London | publisher: Sage.
Abel, R. (1984) Trust. In: The Book of All. London: Sage; pp. 3–4.
    author: Abel, R. | date: 1984 | title: Trust | container: The Book of All | place: London | publisher: Sage
    pages: 3–4
Abel, R. (1984) The Book, edited by M. Baker, London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | editor: M. Baker | place: London | publisher: Sage.
Abel, R. (1984) The Book. Translated by M. Baker. London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | translator: M. Baker | place: London | publisher: Sage.
Abel, R. (1984) The Book (M. Baker, Ed.; S. Cole, Trans.). London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | editor: M. Baker | translator: S. Cole | place: London
    publisher: Sage.
Abel, R. (1984) The Book (M. Baker, Trans.). London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | translator: M. Baker | place: London | publisher: Sage.
Abel, R. (1984) The Book, Ed. M. Baker and S. Cole. Trans. T. Dunn. London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | editor: M. Baker and S. Cole | translator: T. Dunn
    place: London | publisher: Sage.
"""

EDITIONS_AND_VOLUMES = """
Abel, R. (1984) The Book, 2nd revised edition, London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | edition: 2nd revised | place: London | publisher: Sage.
Abel, R. (1984) The Book, 4edn, London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | edition: 4 | place: London | publisher: Sage.
Abel, R. (1984) The second edition of everything, London: Sage.
    author: Abel, R. | date: 1984 | title: The second edition of everything | place: London | publisher: Sage.
Abel, R. (1984) 2nd edition, London: Sage.
    author: Abel, R. | date: 1984 | title: 2nd edition | place: London | publisher: Sage.
Abel, R. (1984) The Book, 3 vols, vol. 2, London: Sage.
    author: Abel, R. | date: 1984 | title: The Book | volumes: 3 | volume: 2 | place: London | publisher: Sage.
Abel, R. (1984) ‘Trust’, in The Book, London: Sage, chapter 3, 3–9.
    author: Abel, R. | date: 1984 | title: Trust | container: The Book | place: London | publisher: Sage
    chapter: 3 | pages: 3–9
Abel, R. (1984) Chapter 3 and chapter 4, London: Sage.
    author: Abel, R. | date: 1984 | title: Chapter 3 and chapter 4 | place: London | publisher: Sage.
"""

NUMBERS = """
Abel, R. (1984) ‘Trust’, Journal of Forms, 12, Suppl. 1, 3–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: Suppl. 1
    pages: 3–9
Abel, R. (1984) ‘Trust’, Journal of Forms 12:3–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | pages: 3–9
Abel, R. (1984) ‘Trust’, Journal of Forms 12(3):9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3 | pages: 9
Abel, R. (1984) ‘Trust’, Journal of Forms, 12.3: 3–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3 | pages: 3–9
Abel, R. (1984) ‘Trust’, Journal of Forms, 12, 3.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12 | issue: 3
Abel, R. (1984) ‘Trust’, Journal of Forms, Vol. 12.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12
Abel, R. (1984) ‘Trust’, Journal of Forms, no. 34.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | issue: 34
Abel, R. (1984) ‘Trust’, Journal of Forms, Vol. 12, n/a.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms | volume: 12
Abel, R. (1984) The 10, 000 and 12, 13–14 towns of a land. Journal of Forms, 3, 4, 5–9.
    author: Abel, R. | date: 1984 | title: The 10, 000 and 12, 13–14 towns of a land | container: Journal of Forms
    volume: 3 | issue: 4 | pages: 5–9
Abel, R. “Trust.” Journal of Forms 12, no. 3 (2001): 4–9.
    author: Abel, R. | title: Trust. | container: Journal of Forms | volume: 12 | issue: 3 | date: 2001 | pages: 4–9
Abel, R. “Trust.” Journal of Forms 12 (3 May 2001): 4–9.
    author: Abel, R. | title: Trust. | container: Journal of Forms | volume: 12 | day: 3 May | date: 2001
    pages: 4–9
Abel, R. “Trust.” Journal of Forms, vol. 12, no. 3, 2001, pp. 4–9.
    author: Abel, R. | title: Trust. | container: Journal of Forms | volume: 12 | issue: 3 | date: 2001 | pages: 4–9
"""

CONTAINERS = """
Abel, R. (1984) ‘Trust’, The Guardian (Society), 3 May.
    author: Abel, R. | date: 1984 | title: Trust | container: The Guardian | section: Society | day: 3 May
Abel, R. (1984) ‘Trust’, *The Guardian* (Society), 3 May.
    author: Abel, R. | date: 1984 | title: Trust | container: The Guardian | section: Society | day: 3 May
Abel, R. (1984) Trust. The Guardian, 3 May, p. 7.
    author: Abel, R. | date: 1984 | title: Trust | container: The Guardian | day: 3 May | pages: 7
Abel, R. (1984) Trust. Harbour News, 3 May, A7.
    author: Abel, R. | date: 1984 | title: Trust | container: Harbour News | day: 3 May | pages: A7
Abel, R. (1984) ‘Trust’, Daily Argus, 3 May.
    author: Abel, R. | date: 1984 | title: Trust | container: Daily Argus | day: 3 May
Abel, R. (1984) ‘Trust’, Institute of Harbours, 3 May.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Institute of Harbours | day: 3 May
Abel, R. (1984) ‘Trust’, Journal of Forms.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms
Abel, R. (1984) Trust in towns. Journal of Forms, May.
    author: Abel, R. | date: 1984 | title: Trust in towns | container: Journal of Forms | day: May
Abel, R. (1984) Trust in towns. The very long name of a thing that has many more words. Journal.
    author: Abel, R. | date: 1984 | title: Trust in towns. The very long name of a thing that has many more words
    container: Journal
Abel, R. (forthcoming) ‘Trust’, Routledge.
    author: Abel, R. | status: forthcoming | title: Trust | publisher: Routledge.
Abel, R. (forthcoming) ‘Trust’, Policy Matters.
    author: Abel, R. | status: forthcoming | title: Trust | container: Policy Matters
Abel, R. (forthcoming) Trust, Policy Matters.
    author: Abel, R. | status: forthcoming | title: Trust | container: Policy Matters
Abel, R. (forthcoming) Trust, London: Sage.
    author: Abel, R. | status: forthcoming | title: Trust | place: London | publisher: Sage.
Abel, R. (2017) Trust. Policy Matters, doi:10.5555/x.
    author: Abel, R. | date: 2017 | title: Trust | container: Policy Matters | doi: 10.5555/x
Abel, R. (1984) Who cares? Policy, power and trust in towns, Journal of Forms, 3, 4, 5–9.
    author: Abel, R. | date: 1984 | title: Who cares? Policy, power and trust in towns | container: Journal of Forms
    volume: 3 | issue: 4 | pages: 5–9
Abel, R. (1984) ‘Trust’, in A Book. With a sentence. London: Sage.
    author: Abel, R. | date: 1984 | title: Trust | container: A Book | note: With a sentence. | place: London
    publisher: Sage.
"""

PLACES_AND_PUBLISHERS = """
Abel, R. (1984) Trust, Newton Abbot: David & Charles.
    author: Abel, R. | date: 1984 | title: Trust | place: Newton Abbot | publisher: David & Charles.
Abel, R. (1984) The New Local Governance Basingstoke: Palgrave.
    author: Abel, R. | date: 1984 | title: The New Local Governance | place: Basingstoke | publisher: Palgrave.
Abel, R. (1984) Learning from Bristol: Bristol and Boards, Bristol, Sage.
    author: Abel, R. | date: 1984 | title: Learning from Bristol: Bristol and Boards | place: Bristol
    publisher: Sage.
Abel, R. (1984) Rivers in Cambridge, MA. Wetherby: Example House.
    author: Abel, R. | date: 1984 | title: Rivers in Cambridge, MA | place: Wetherby | publisher: Example House.
Abel, R. (1984) Trust, St. Albans: Example House.
    author: Abel, R. | date: 1984 | title: Trust | place: St. Albans | publisher: Example House.
Abel, R. (1984) ‘Trust’, Wetherby, Sage.
    author: Abel, R. | date: 1984 | title: Trust | place: Wetherby | publisher: Sage.
Abel, R. (1984) Trust, Sage, Wetherby.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Sage | place: Wetherby.
Abel, R. (1984) ‘Trust’, Leeds Council, Leeds.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Leeds Council | place: Leeds.
Abel, R. (1984) Trust. Strategy Unit, Wetherby.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Strategy Unit | place: Wetherby.
Abel, R. (1984) ‘Trust’, Strategy Unit, Cabinet Office, London.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Strategy Unit, Cabinet Office | place: London.
Abel, R. (1984) ‘Trust’, Working Paper, Cabinet Office, London.
    author: Abel, R. | date: 1984 | title: Trust | report: Working Paper | publisher: Cabinet Office
    place: London.
Abel, R. (1984) Power, equity and voice. Sage, London.
    author: Abel, R. | date: 1984 | title: Power, equity and voice | publisher: Sage | place: London.
Abel, R. (1984) Trust, London: Sage, pp. 3–4.
    author: Abel, R. | date: 1984 | title: Trust | place: London | publisher: Sage | pages: 3–4
Abel, R. (1984) Trust, London: Sage; 1984.
    author: Abel, R. | date: 1984 | title: Trust | place: London | publisher: Sage | note: 1984.
Abel, R. (1984) ‘Trust’, Journal of Forms, London, 3, 4, 5–9.
    author: Abel, R. | date: 1984 | title: Trust | container: Journal of Forms, London | volume: 3 | issue: 4
    pages: 5–9
Abel, R. (1984) ‘Trust’, Guide 7, London.
    author: Abel, R. | date: 1984 | title: Trust | report: Guide 7 | place: London.
Zhou M. Trust – a review. London: Sage; 1976.
    author: Zhou M | title: Trust – a review | place: London | publisher: Sage | date: 1976
Abel, R. (1980) Choice and Housing. Housing, Theory and Society 45(9):894–920
    author: Abel, R. | date: 1980 | title: Choice and Housing | container: Housing, Theory and Society | volume: 45
    issue: 9 | pages: 894–920
"""

REPORTS_AND_THESES = """
Abel, R. (1984) Boards: How to Do It, Adults’ Services, Guide 51, London: SCIE.
    author: Abel, R. | date: 1984 | title: Boards: How to Do It | report: Adults’ Services | report: Guide 51
    place: London | publisher: SCIE.
Abel, R. (1984) Boards, Adults’ Services, Guide 51, London: SCIE.
    author: Abel, R. | date: 1984 | title: Boards, Adults’ Services | report: Guide 51 | place: London
    publisher: SCIE.
Abel, R. (1984) Boards [White paper]. London: SCIE.
    author: Abel, R. | date: 1984 | title: Boards | report: White paper | place: London | publisher: SCIE.
Abel, R. (1984) (Working Paper No. 4) Boards, London: SCIE.
    author: Abel, R. | date: 1984 | report: Working Paper No. 4 | title: Boards | place: London | publisher: SCIE.
Abel, R. (1984) ‘Boards’, Working Paper No. 4, 3 May, London: SCIE.
    author: Abel, R. | date: 1984 | title: Boards | report: Working Paper No. 4 | day: 3 May | place: London
    publisher: SCIE.
Abel, R. (1984) Boards, HC 104, Session 2006–07, 3 May, London: HMSO.
    author: Abel, R. | date: 1984 | title: Boards | report: HC 104 | report: Session 2006–07 | day: 3 May
    place: London | publisher: HMSO.
Abel, R. (1984) Boards, PhD thesis, University of Leeds.
    author: Abel, R. | date: 1984 | title: Boards | thesis: PhD thesis | publisher: University of Leeds.
Abel, R. (1984) Boards (Doctoral dissertation), 3 May.
    author: Abel, R. | date: 1984 | title: Boards | thesis: Doctoral dissertation | day: 3 May
Abel, R. (1984) PhD thesis, University of Leeds.
    author: Abel, R. | date: 1984 | title: PhD thesis | publisher: University of Leeds.
"""

REMAINS = """
Abel, R. (1984) Trust. Cabinet Office.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Cabinet Office
Abel, R. (1984) Trust in St. Paul. And more of it.
    author: Abel, R. | date: 1984 | title: Trust in St. Paul. And more of it
Abel, R. (1984) Trust vs. Power. London.
    author: Abel, R. | date: 1984 | title: Trust vs. Power | place: London.
Abel, R. (1984) ‘Trust’, Harbour.
    author: Abel, R. | date: 1984 | title: Trust | publisher: Harbour
Abel, R. (1984) ‘Trust’, (mimeo).
    author: Abel, R. | date: 1984 | title: Trust | report: mimeo
Abel, R. (1984) Trust. A very long sentence that has more than ten words in it and is no aside.
    author: Abel, R. | date: 1984
    title: Trust. A very long sentence that has more than ten words in it and is no aside
Public Offices (Conduct) Act 1997 (NSW).
    statute: Public Offices (Conduct) Act 1997 (NSW)
"""


def labelled(raw: str) -> str:
    tokens = list(tokenize(raw))
    spans = spans_of(tokens, tag(raw, tokens))
    return " | ".join(f"{span.label.name.lower()}: {raw[span.start : span.end]}" for span in spans)


def rows(*tables: str) -> list[tuple[str, str]]:
    """The lines of the tables that are not indented, each with the indented lines below it."""
    blocks = [block.split("\n    ") for table in tables for block in re.split(r"\n(?!    )", table.strip())]
    return [(raw, " | ".join(parts)) for raw, *parts in blocks]


@pytest.mark.parametrize(
    ("raw", "expected"),
    rows(
        HEADS,
        YEARS,
        ADDRESSES,
        TITLES,
        SPEECHES,
        EVENTS,
        BOOKS_AND_EDITORS,
        EDITIONS_AND_VOLUMES,
        NUMBERS,
        CONTAINERS,
        PLACES_AND_PUBLISHERS,
        REPORTS_AND_THESES,
        REMAINS,
    ),
)
def test_the_parts_of_a_line(raw: str, expected: str) -> None:
    assert labelled(raw) == expected
