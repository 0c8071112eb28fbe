"""What the commands and the editor ask for. Works on a project; prints nothing, knows no flags.

Session: a project, its compiled files, the findings gathered
  check      what is found, and what is certain put right
  rule       one scoring sentence from all sides
  make       declarations printed in the formats asked for, and written
  evaluate   a declaration with its actual values: 自评表, progress, comparison with what was approved
  new_project  the files a project begins with
  compare    any two years, drafts or revisions: files read, forms matched, the report
"""

from __future__ import annotations
