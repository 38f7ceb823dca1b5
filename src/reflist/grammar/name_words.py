"""Words around names: suffixes, religious orders, honorifics, and countries that look like initials."""

import re

from reflist.late import late

SUFFIXES = frozenset("Jr Jr. jr jr. Sr Sr. II III IV 2nd 3rd Jnr Jnr. Snr Snr. Esq. PhD Ph.D. MD".split())

ORDERS = frozenset("S.J. SJ O.P. OP O.S.B. OSB O.F.M. OFM".split())
"""Suffixes that look like initials: they count as suffixes only after a given name."""

HONORIFICS = frozenset("Sir Dame Lord Lady Baroness Dr Dr. Prof Prof. Professor Rev Rev. Hon.".split())
"""Titles that may stand before a given name and are kept with it."""

COMPANY = late(r"(?:(?! and )[^,;/&])+,? (?:Inc|Ltd|LLC|GmbH|Corp|plc|International)\.?")
"""A company's name, which may have a comma: ``npm, Inc.``."""

PARTNERS = frozenset(
    " ".join(names.split())
    for names in """
    Allen & Overy; Arnold & Porter; Coopers & Lybrand; Deloitte & Touche; Dun & Bradstreet; Ernst & Young;
    Johnson & Johnson; Legal & General; Marks & Spencer; Procter & Gamble; Smith & Nephew; Tate & Lyle""".split(";")
)
"""Companies with names like those of two persons, which publish reports."""

STATES = frozenset("UK US USA EU UN NI".split())
"""Words that look like initials after another word, but end names of institutions: ``Age UK``."""

PERSON_PARTICLES = frozenset("van von vom bin ibn".split())
"""Particles that show that capitalised words are a person's name, since titles and institutions rarely have them."""

FAMILY_BEGINNINGS = frozenset(
    "Le La De Du Des Del Della Di Da Dos Van Von Ter Ten St St. Saint Mac Mc Ó Ní Bin Ibn Ap".split()
)
"""Capitalised words that begin a family name of several words: ``Le Grand``."""

IBERIAN_FAMILIES = frozenset(
    """Aguilar Almeida Alvarado Alves Amaral Araújo Arroyo Barbosa Blanco Cabrera Calderón Campos Cárdenas Cardoso
    Carvalho Castillo Castro Cavalcanti Contreras Correia Costa Coutinho Cruz Cunha Díaz Duarte Espinosa Espinoza
    Fernandes Ferreira Figueiredo Flores Fonseca Fuentes García Garcia Garzón Gomes Gonçalves Guerrero Guimarães
    Herrera Iglesias Jiménez Juárez Leite Lima Lopes Luna Machado Maldonado Marín Marques Márquez Medeiros Medina
    Mejía Mendes Mendonça Mendoza Molina Monteiro Montero Moraes Morales Moreira Moreno Moura Muñoz Nascimento
    Navarro Nogueira Nunes Oliveira Ortega Ortiz Paredes Peña Pereira Pinheiro Pires Ramírez Ramos Rebelo Reyes
    Ribeiro Ríos Rivera Rodrigues Rojas Romero Rubio Ruiz Salazar Santos Saraiva Serrano Silva Silveira Soares
    Sosa Soto Sousa Souza Tavares Teixeira Torres Valdés Valente Vargas Vasconcelos Vázquez Vega Velasco Vieira
    Villanueva""".split()
)
"""Family names in Spanish and Portuguese, whose speakers have two: ``Elena García López``."""

ET_AL = late(
    r"""[,;]?\s*[\[(]?\b(?:
        et\s+al(?:ii|\.)? | (?:et|&)\s+(?:coll\b|autres) | (?-i:u\.\s?a\. | m\.\s?fl\.)
        | and\s+(?:others|colleagues) | und\s+andere | y\s+(?:otros|cols?\b) | e\s+(?:outros|altri)
    )(?![\w\-‐])\.?[\])]?,?""",
    re.IGNORECASE | re.VERBOSE,
)
""""et al." in seven languages."""
