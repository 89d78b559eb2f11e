using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Words;

/// <summary>The words that go with assessed standards, loaded for the ones that are shown or written to a file.</summary>
public static class StandardTexts
{
    private const int Portion = 1000;

    public static async Task<IReadOnlyList<StandardLine>> LoadAsync(
        CadranDb db, IReadOnlyCollection<AssessedStandard> standards, CancellationToken ct)
    {
        var lines = new List<StandardLine>(standards.Count);
        foreach (AssessedStandard[] portion in standards.Chunk(Portion))
        {
            List<Guid> ids = [.. portion.Select(s => s.ResultId)];
            var words = await (from result in db.StandardResults.AsNoTracking()
                               join standard in db.ServiceStandards on result.StandardId equals standard.Id
                               join service in db.Services on standard.ServiceId equals service.Id
                               where ids.Contains(result.Id)
                               select new
                               {
                                   result.Id,
                                   standard.Code,
                                   standard.Text,
                                   Service = service.Code,
                                   service.Name,
                                   standard.Channel,
                               })
                .ToDictionaryAsync(w => w.Id, ct);
            lines.AddRange(from one in portion
                           where words.ContainsKey(one.ResultId)
                           let its = words[one.ResultId]
                           select new StandardLine(one, its.Code, its.Text, its.Service, its.Name, its.Channel));
        }
        return lines;
    }
}
