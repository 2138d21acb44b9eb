using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>Whether audit checkpoints keep up.</summary>
internal static class CheckpointProbe
{
    /// <summary>Its name.</summary>
    public const string Name = "audit-checkpoint";

    /// <summary>How long ago all entries may last have been covered: three runs of the timer, as the alert on it.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(3);

    private const string Late =
        "No audit checkpoint for three hours: see the timer audit-checkpoint on /operations, give the app Key Vault Crypto User on the key of KeyVault:CheckpointKey (or restore CheckpointKey:Path), and verify the audit log.";

    /// <summary>Makes it; before the first checkpoint the time counts from now.</summary>
    public static DependencyProbe Of(IRecordStore store, TimeProvider time)
    {
        var began = time.GetUtcNow();
        return new DependencyProbe(Name, IsRequired: false, new ProbeAdvice(Late, Late, Late), async cancellation =>
        {
            var mark = await CheckpointMark.FindAsync(store, cancellation);
            if (time.GetUtcNow() - (mark?.CoveredAt ?? began) > Latest)
                throw new VendorException(Name, "late", Late, isRetryable: false);
        });
    }
}
