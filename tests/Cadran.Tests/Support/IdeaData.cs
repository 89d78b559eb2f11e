using Cadran.Catalogue;
using Cadran.Feedback;

namespace Cadran.Tests.Support;

/// <summary>Boxes for ideas and what came into them, made straight in the database.</summary>
internal static class IdeaData
{
    /// <summary>A box of a service of its own.</summary>
    public static async Task<IdeaBox> BoxAsync(this TestApp app, int days = 30)
    {
        Service service = await app.ServiceAsync();
        IdeaBox box = IdeaBox.Open(app.OrganisationA, service.Id, days, Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(box);
            await db.SaveChangesAsync();
        });
        return box;
    }

    /// <summary>An idea that came that many days ago.</summary>
    public static async Task<Idea> IdeaAsync(this TestApp app, IdeaBox box, string text, int daysAgo = 0, string? author = null)
    {
        Idea idea = Idea.Give(box, text, author, "en", IdeaReceipt.New(), Moment.On(WaveData.Today.AddDays(-daysAgo)));
        await app.Db(async db =>
        {
            db.Add(idea);
            await db.SaveChangesAsync();
        });
        return idea;
    }
}
