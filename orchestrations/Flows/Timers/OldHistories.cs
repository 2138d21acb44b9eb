using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Deletes histories of workflows that are over for long. Records and audit stay.</summary>
public sealed class OldHistories(IWorkflowClient workflows, TimeProvider time)
{
    /// <summary>How long histories of finished workflows are kept; as on the embedded engine (its default retention).</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>Deletes them.</summary>
    /// <returns>How many, in one sentence.</returns>
    public async Task<string> PurgeAsync(CancellationToken cancellation)
    {
        var purged = await workflows.PurgeAsync(time.GetUtcNow() - Retention, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{purged} purged.");
    }
}
