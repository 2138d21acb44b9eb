using HelpDesk.Adapters.Graph.Risk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>account.not-at-risk</c>: Entra ID Protection holds nothing against the account.</summary>
internal sealed class AccountNotAtRisk(RiskReader risks) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "account.not-at-risk";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        var risk = Guid.TryParse(call.SubjectId, out _) ? RiskReader.RiskOf(await risks.GetAsync(call.SubjectId, cancellation)) : AccountRisk.Unknown;
        return risk switch
        {
            AccountRisk.None => OutcomeReading.Holds("Entra ID Protection lists no risk."),
            AccountRisk.Unknown => OutcomeReading.Missed("The risk of the account cannot be read: it needs Entra ID P2."),
            _ => OutcomeReading.Pending($"Entra ID Protection still lists a risk: {risk.ToString().ToLowerInvariant()}."),
        };
    }
}
