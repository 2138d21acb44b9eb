using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Credentials;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>pass.used</c>: Entra says that the pass of this case was used to sign in (<c>methodUsabilityReason</c> of a one-time pass). Shown is not used.</summary>
internal sealed class PassUsed(PassReader passes) : IOutcomeCheck
{
    private const string Used = "OneTimeUsed";
    private const string Expired = "Expired";
    private const string Off = "DisabledByPolicy";

    /// <inheritdoc />
    public string Name => "pass.used";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (call.Steps("user.grant-temporary-pass").FirstOrDefault() is not { } step)
            return OutcomeReading.Missed("No temporary pass was part of the plan, so the person has no way to sign in yet.");
        var before = step.Prior<PassState>().PassId;
        var pass = (await passes.GetAsync(call.SubjectId, cancellation)).FirstOrDefault(pass => pass.Id is { Length: > 0 } id && id != before && Clocks.IsSince(pass.CreatedDateTime, call.Since));
        return pass is null ? OutcomeReading.Pending("Entra lists no pass of this case any more, so it cannot be seen whether it was used.") : Reading(pass);
    }

    private static OutcomeReading Reading(TemporaryAccessPassAuthenticationMethod pass) => pass.MethodUsabilityReason switch
    {
        var reason when Is(reason, Used) => OutcomeReading.Holds("Entra shows that the pass was used to sign in."),
        var reason when Is(reason, Expired) => OutcomeReading.Missed("The pass has expired and was never used."),
        var reason when Is(reason, Off) => OutcomeReading.Missed("The tenant's authentication methods policy does not let the person use the pass."),
        _ => OutcomeReading.Pending("The pass was shown and has not been used yet."),
    };

    private static bool Is(string? reason, string name) => string.Equals(reason, name, StringComparison.OrdinalIgnoreCase);
}
