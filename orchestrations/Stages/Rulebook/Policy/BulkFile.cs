using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/bulk.yaml</c>: how many at once, in which waves, and when it stops by itself.</summary>
internal static class BulkFile
{
    private const int MostWaves = 10;
    private const int MostParallel = 50;
    private const int MostAnHour = 20_000;

    public static BulkRules Read(SectionReader reader, ApprovalRules approvals)
    {
        var waves = reader.Texts("first-waves");
        var sizes = waves.Select(wave => int.TryParse(wave.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0).ToList();
        if (sizes.Count is 0 or > MostWaves || sizes.Exists(size => size is < 1 or > BulkLines.Most))
            reader.Fault(reader.LineOf("first-waves"), "'first-waves' is no list of 1 to 10 sizes.", $"Write the number of targets of each first wave, 1 to {BulkLines.Most}: 'first-waves: [5, 50]'.");
        var approval = reader.Text("approval");
        if (approval.Length > 0)
            reader.Known(reader.LineOf("approval"), "requirement", approval, [.. approvals.Requirements.Select(requirement => requirement.Name)]);
        var rules = new BulkRules(
            new BulkLimits(
                sizes, reader.Number("parallel", 1, MostParallel), reader.Number("effects-per-hour", 1, MostAnHour),
                Rate(reader, "stop-at-failures-of-a-wave"), Rate(reader, "stop-at-failures-of-the-run"), reader.Number("judged-from", 1, BulkLines.Most)),
            reader.Number("most-targets", 1, BulkLines.Most), approval);
        reader.End();
        return rules;
    }

    // A rate of nothing would stop every run, one of everything none.
    private static double Rate(SectionReader reader, string key)
    {
        var rate = reader.Share(key, 0);
        if (rate is <= 0 or > 0.5)
            reader.Fault(reader.LineOf(key), $"'{key}' is missing or out of range.", "Write a share above 0 and at most 0.5, such as 0.1.");
        return rate;
    }
}
