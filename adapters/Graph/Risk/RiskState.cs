using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>The state before a risk was decided upon.</summary>
/// <param name="Level">Entra's level: <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>hidden</c> (no licence to see it).</param>
/// <param name="IsConfirmed">True when an administrator had confirmed that the account is compromised.</param>
internal sealed record RiskState(string Level, bool IsConfirmed) : TargetState
{
    /// <inheritdoc />
    public override string Form => "risk/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("level", Level), ("isConfirmed", IsConfirmed));

    /// <summary>Nobody is at risk whom Entra does not list.</summary>
    public static RiskState None { get; } = new("none", false);

    /// <summary>True when nothing of a risk is left.</summary>
    public bool IsNone => Level == None.Level && !IsConfirmed;

    /// <summary>As a sentence says it.</summary>
    public string Words => IsConfirmed ? "confirmed as compromised" : IsNone ? "not at risk" : $"at risk ({Level})";
}
