using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A section as respondents see it, in one language.</summary>
public sealed record SectionView(Section Section, string Language);
