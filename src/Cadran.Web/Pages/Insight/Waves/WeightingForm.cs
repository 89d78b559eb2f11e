using System.ComponentModel.DataAnnotations;
using Cadran.Insight;

namespace Cadran.Web.Pages.Insight;

/// <summary>The people served by the categories of each division; a division without a number is not used.</summary>
public sealed class WeightingForm
{
    public List<DivisionForm> Divisions { get; set; } = [];

    [Display(Name = "Where the numbers come from"), StringLength(Weighting.ReasonMaxLength)]
    public string? Source { get; set; }

    public IReadOnlyList<WeightingMargin> Margins => [.. Divisions.Where(d => d.Categories.Any(c => c.Population is not null))
        .Select(d => new WeightingMargin(d.By ?? "", [.. d.Categories.Where(c => c is { Population: not null, Category.Length: > 0 })
            .Select(c => new WeightingTotal(c.Category!, c.Population!.Value))]))];

    public static WeightingForm Of(IReadOnlyList<WeightingDivision> divisions) => new()
    {
        Divisions = [.. divisions.Where(d => d.CanBeUsed).Select(d => new DivisionForm
        {
            By = d.By,
            Categories = [.. d.Categories.Select(c => new CategoryForm { Category = c.Value })],
        })],
    };

    public sealed class DivisionForm
    {
        public string? By { get; set; }
        public List<CategoryForm> Categories { get; set; } = [];
    }

    public sealed class CategoryForm
    {
        public string? Category { get; set; }
        public double? Population { get; set; }
    }
}
