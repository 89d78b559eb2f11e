using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>XLSForms of the shared data, whose content is known.</summary>
public sealed class XlsFormTests
{
    [Fact]
    public void OtherAndGroups_ComeOver()
    {
        ImportedQuestionnaire other = Forms.Sample("xlsform/pyxform_specify_other.xlsx");
        Question sex = other.Content.Find("sex")!;
        Assert.Equal(["male", "female", "other"], sex.Options.Select(o => o.Code));
        Assert.True(sex.Options[2].TakesText);
        ImportedQuestionnaire group = Forms.Sample("xlsform/pyxform_group.xlsx");
        Assert.Equal(["family_name:Text", "phone_number:Phone", "age_2:Number"], group.Kinds());
        // Age is a measure of the bank.
        Assert.True(group.Says(LossKind.Changed, "age", LossNotes.Renamed));
        Assert.Equal("Father", group.Content.Sections[1].Title.En);
    }

    [Fact]
    public void DuplicateColumns_AreTold_AndRulesOfGroupsReachTheirSections()
    {
        ImportedQuestionnaire found = Forms.Sample("xlsform/pyxform_bug_duplicate_columns.xlsx");
        Assert.True(found.Says(LossKind.Left, "label", LossNotes.DuplicateColumn));
        Assert.Contains(found.Content.Sections, s => s.ShownWhen == new Condition.Not(new Condition.Chose("skip_to_end", "yes")));
        Assert.Contains(found.Report.Of(LossKind.Left), l => l.Why == LossNotes.FilterLeft || l.Why == LossNotes.RuleLeft);
        ImportedQuestionnaire filter = Forms.Sample("xlsform/pyxform_choice_filter_test.xlsx");
        Assert.True(filter.Says(LossKind.Left, "county", LossNotes.FilterLeft));
    }

    [Fact]
    public void OldWorkbooks_AndOtherScripts_AreRead()
    {
        ImportedQuestionnaire arabic = Forms.Sample("xlsform/kobo_tutorial_arabic_labels.xls");
        Assert.NotEmpty(arabic.Content.Questions);
        ImportedQuestionnaire many = Forms.Sample("xlsform/kobo_good_eats_multilang.xls");
        Assert.Contains("fr", many.Content.Languages);
    }
}
