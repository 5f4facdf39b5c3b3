"""What the rooms are told of the configuration."""

import pytest
from pipeline_support import MakeSite

from dualpress.config import Project
from dualpress.pipeline.settings import site_settings


@pytest.mark.parametrize(
    ("page", "length"),
    [
        ("", 100),
        ("paginate = 7", 7),
        ('index_template = "index.html"', None),
        ('index_template = "index.html"\npaginate = 7', 7),
    ],
)
def test_lists_have_pages_unless_a_template_of_ones_own_knows_none(
    make_site: MakeSite, page: str, length: int | None
) -> None:
    site = make_site(files={"index.html": "{{ articles }}"}, page=page)
    assert site_settings(Project.load(site.root)).paginate == length
