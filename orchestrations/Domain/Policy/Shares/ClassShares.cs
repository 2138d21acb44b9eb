namespace HelpDesk.Orchestrations.Domain.Policy.Shares;

/// <summary>
/// <c>policy/shares.yaml</c>: how often tickets of each intent come in this organisation. The embedded classifier learned from examples, which
/// are about as many for each intent; its answer is weighed with these shares. A language model is not.
/// </summary>
/// <param name="ByIntent">Share of all tickets by intent id, above 0 and at most 1. They need not add up to 1.</param>
/// <param name="Otherwise">Share of an intent that is not named.</param>
public sealed record ClassShares(IReadOnlyDictionary<string, double> ByIntent, double Otherwise)
{
    /// <summary>All intents come equally often.</summary>
    public static ClassShares Equal { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal), 1);

    /// <summary>The share of an intent.</summary>
    public double Of(string intent) => ByIntent.GetValueOrDefault(intent, Otherwise);
}
