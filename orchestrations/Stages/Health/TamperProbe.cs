using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>The look at whether a stored record was changed outside this program.</summary>
internal static class TamperProbe
{
    /// <summary>Its name.</summary>
    public const string Name = "records";

    private const string Found =
        "Security event: a stored record was changed outside HelpDesk within seven days, and nothing followed from it. The audit log names it under 'Security event': find out who can write to the record store, run helpdesk audit verify, and change the keys of DecisionKey:Path or KeyVault:DecisionKey if they may be known.";

    /// <summary>Makes it.</summary>
    public static DependencyProbe Of(IRecordStore store, TimeProvider time) => new(Name, IsRequired: false, new ProbeAdvice(Found, Found, Found), async cancellation =>
    {
        await foreach (var _ in TamperEvents.RecentAsync(store, time, cancellation))
            throw new VendorException(Name, "changed", Found, isRetryable: false);
    });
}
