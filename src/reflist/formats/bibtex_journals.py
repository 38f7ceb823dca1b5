r"""The LaTeX commands that astronomers' files have in place of journal titles: ``journal = {\apj}``.

They are those of the class AASTeX, which the Astrophysics Data System writes in its exports ("Macros used in ADS BibTeX
entries").
"""

_MACROS = """
aap Astronomy and Astrophysics
aapr Astronomy and Astrophysics Review
aaps Astronomy and Astrophysics Supplement Series
actaa Acta Astronomica
aj The Astronomical Journal
ao Applied Optics
apj The Astrophysical Journal
apjl The Astrophysical Journal Letters
apjs The Astrophysical Journal Supplement Series
aplett Astrophysical Letters
apspr Astrophysics Space Physics Research
apss Astrophysics and Space Science
araa Annual Review of Astronomy and Astrophysics
azh Astronomicheskii Zhurnal
baas Bulletin of the American Astronomical Society
bac Bulletin of the Astronomical Institutes of Czechoslovakia
bain Bulletin of the Astronomical Institutes of the Netherlands
caa Chinese Astronomy and Astrophysics
cjaa Chinese Journal of Astronomy and Astrophysics
fcp Fundamentals of Cosmic Physics
gca Geochimica et Cosmochimica Acta
grl Geophysical Research Letters
iaucirc International Astronomical Union Circular
icarus Icarus
jcap Journal of Cosmology and Astroparticle Physics
jcp The Journal of Chemical Physics
jgr Journal of Geophysical Research
jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
jrasc Journal of the Royal Astronomical Society of Canada
maps Meteoritics and Planetary Science
memras Memoirs of the Royal Astronomical Society
memsai Memorie della Società Astronomica Italiana
mnras Monthly Notices of the Royal Astronomical Society
na New Astronomy
nar New Astronomy Reviews
nat Nature
nphysa Nuclear Physics A
pasa Publications of the Astronomical Society of Australia
pasj Publications of the Astronomical Society of Japan
pasp Publications of the Astronomical Society of the Pacific
physrep Physics Reports
physscr Physica Scripta
planss Planetary and Space Science
pra Physical Review A
prb Physical Review B
prc Physical Review C
prd Physical Review D
pre Physical Review E
prl Physical Review Letters
procspie Proceedings of SPIE
psj The Planetary Science Journal
qjras Quarterly Journal of the Royal Astronomical Society
rmxaa Revista Mexicana de Astronomía y Astrofísica
skytel Sky and Telescope
solphys Solar Physics
sovast Soviet Astronomy
ssr Space Science Reviews
zap Zeitschrift für Astrophysik
"""

MACROS = dict(line.split(" ", 1) for line in _MACROS.strip().splitlines())
"""The titles that the commands stand for, by name of the command."""
