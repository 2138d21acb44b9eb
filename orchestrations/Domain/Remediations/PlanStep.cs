using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>One step of a plan: a remediation on one resolved target, with the state found before it.</summary>
/// <param name="Id">The runbook step's id, unique in the plan.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="TargetKind">What the target is.</param>
/// <param name="TargetId">Object id of the target, from the directory and never from text.</param>
/// <param name="TargetName">Name for the approver. Untrusted text.</param>
/// <param name="Parameters">Resolved parameters (<c>groupId</c>, <c>skuId</c>, <c>expiresAfter</c>, ...), sorted by name.</param>
/// <param name="PriorState">What was captured before, as <see cref="TargetState"/> writes it: what the undo restores and drift is measured against.</param>
/// <param name="PriorStateText">The same, in one sentence for the approver.</param>
/// <param name="UndoText">What an undo would restore, in one sentence for the approver; null when nothing can or need be undone.</param>
public sealed record PlanStep(
    string Id,
    string Remediation,
    TargetKind TargetKind,
    TargetId TargetId,
    string TargetName,
    IReadOnlyDictionary<string, string> Parameters,
    string PriorState,
    string PriorStateText,
    string? UndoText = null)
{
    /// <summary>When the plan takes this step back: what the step left behind; null in a plan that does something.</summary>
    public UndoneStep? Undone { get; init; }

    /// <summary>A parameter that the catalogue requires.</summary>
    /// <exception cref="KeyNotFoundException">It is missing, which start-up validation should have found.</exception>
    public string Parameter(string name) => Parameters.TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"Step '{Id}' ({Remediation}) has no parameter '{name}': add it under 'with:' in the runbook.");

    /// <summary>The prior state as the remediation's own type.</summary>
    /// <exception cref="VendorException">It has another form than this release knows.</exception>
    public T Prior<T>()
    {
        var state = DurableJson.Read<T>(PriorState);
        // Equal names may mean something else in another form; an undo must not guess.
        return state is TargetState known && StateComparison.FormOf(PriorState) is var form && form != known.Form
            ? throw new VendorException("store", "state-form", $"The state before step '{Id}' has the form '{form}', and this release reads '{known.Form}': another release captured it.", isRetryable: false)
            : state;
    }
}

/// <summary>What a remediation acts on.</summary>
public enum TargetKind
{
    /// <summary>An Entra user.</summary>
    User,

    /// <summary>An Intune managed device.</summary>
    Device,
}

/// <summary>What a step that is to be undone left behind.</summary>
/// <param name="StateAfter">The state after it, as <see cref="TargetState"/> writes it: the undo stops when the target looks otherwise.</param>
/// <param name="StateAfterText">The same, in one sentence.</param>
/// <param name="StartedAt">When the step started, UTC.</param>
public sealed record UndoneStep(string StateAfter, string StateAfterText, DateTimeOffset StartedAt);
