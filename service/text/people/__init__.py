"""The people and bodies of an article, and which of them "hij" or "de minister" is.

Others ask a ``registry.Registry``, which is built once from all sentences of the reporter (each a ``Frame``)
and then only read. It is one class in ten files, each of which adds questions of one sort to those before
it; a method may use those of its own file and of the files before:

1. ``name_index.NameIndex``: who has that name.
2. ``entities.Entities``: reads all sentences, and fills every table. Nothing changes after this, but that
   ``take_speakers`` learns from those who speak who is a person.
3. ``strangers.Strangers``: people without a name.
4. ``recency.Recency``: who was named lately, most, or first in a sentence.
5. ``called.Called``: who was called by a role or a noun.
6. ``bodies.Bodies``: which company or club "het bedrijf" is.
7. ``origins.Origins``: who is meant by his town, his country or his party.
8. ``descriptions.Descriptions``: who "de minister" or "de coureur" is.
9. ``he_or_she.HeOrShe``: whom a pronoun of a person can mean.
10. ``registry.Registry``: a mention of any sort, pronouns too: ``resolve``.

The tables that they share, all of them made in 1 and 2 and explained there too. A frame is the index of a
sentence, a token that of a word in it, and the lists are in the order of these two:

- ``entities``: each ``Entity`` once, in the order in which they come in; ``_by_last``, ``_by_first``,
  ``_by_acronym`` and ``_by_surname`` find it by a name, ``_by_role`` by what it was called, with the place,
  ``_by_place`` by what it belongs to.
- ``_people``: each mention by a name, of bodies too. Ask it by ``_names_in``, ``_people_in`` and
  ``_names_before``.
- ``_phrases``: each mention by a noun with no "een", of bodies too; ``_unnamed``: of a person by a noun
  with "een", "zijn" or "haar"; ``_strangers``: those with "een" that bring somebody up; ``_crowds`` and
  ``_replies``: several at once, and who answers, by frame.
- ``_governed``, ``_prepositional``, ``_aside``: places of names behind certain words; ``_fronted``: where a
  name that begins a frame behind a preposition ends.
- ``_paragraph``, ``_keeps_to``, ``of_she``, ``of_her``, ``_goes_on``, ``_pronouns``, ``_asked``, ``_of_his``:
  of each frame, the paragraph it stands in, and whom its pronouns and questions speak of.
- ``kin``: whose father or daughter somebody is; ``accused``: those whose surname is one letter.

The other files are functions that know no tables: ``brought_up`` and ``pronouns`` look at one sentence,
``roles_beside``, ``genders`` and ``kin`` at several.
"""
