using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Feedback;

/// <summary>What an organisation promises to whoever complains.</summary>
public sealed class ComplaintsRuleTests(TestApp app)
{
    [Fact]
    public async Task Rule_HoldsForComplaintsThatComeAfter()
    {
        Guid organisation = await app.OrganisationUnderAsync(app.OrganisationA);
        Wave wave = await WaveData.AddAsync(app, organisationId: organisation);
        Page form = await (await app.As(Role.Administrator)).Get($"/feedback/complaints/rule?organisation={organisation}");
        await form.RefusesAsync(422, new() { ["Input.DecideInDays"] = "", ["Input.KeptMonths"] = "" },
            ["Enter a number of days.", "Enter a number of months."]);
        await form.RefusesAsync(409, new() { ["Input.AnswerInOpenDays"] = "0" }, ["Enter a number from 1 to 365."]);
        await form.Submit(new()
        {
            ["Input.DecideInDays"] = "3",
            ["Input.AnswerInOpenDays"] = "5",
            ["Input.RecourseEn"] = "The ombudsman, 1 High Street",
        });
        await app.Services.TraceAsync("complaint-rule.change", organisation, "Administrator tester", "", "The ombudsman");
        (Complaint complaint, _) = await ComplaintData.AddAsync(app, wave.ServiceId, receivedOn: new(2026, 2, 20));
        // A Friday: five open days later it is the next Friday.
        Assert.Equal((new(2026, 2, 23), new DateOnly(2026, 2, 27)), (complaint.DecideBy, complaint.AnswerBy));
        Page page = await app.Anonymous().Get($"/public/complaint/{wave.ServiceId}");
        Assert.Contains("an answer within 5 open days.", page.Text);
    }
}
