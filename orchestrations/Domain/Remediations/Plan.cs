using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>The ordered plan for a ticket: what is approved is exactly this, by its hash. Stored in the text that is hashed (<see cref="PlanForm"/>).</summary>
[JsonConverter(typeof(PlanForm))]
public sealed record Plan
{
    /// <summary>The form in which it is written and hashed. Default the form of new plans.</summary>
    public string Version { get; init; } = PlanForm.Current;

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Which runbook it came from.</summary>
    public required string RunbookId { get; init; }

    /// <summary>SHA-256 of that runbook's file, lower-case hex.</summary>
    public required string RunbookHash { get; init; }

    /// <summary>The intent it answers.</summary>
    public required string Intent { get; init; }

    /// <summary>Object id of who asked.</summary>
    public required PersonId RequesterId { get; init; }

    /// <summary>Object id of whose account and devices are changed.</summary>
    public required PersonId SubjectId { get; init; }

    /// <summary>Who opened the ticket and how; null where no ticket is behind the plan or its system has no records of it, and in plans from before this was recorded.</summary>
    public PlanOpening? Opening { get; init; }

    /// <summary>True for the plan of a containment step: it runs before the case's other plan and has a hash of its own. Default false.</summary>
    public bool IsContainment { get; init; }

    /// <summary>When this plan undoes steps of another one: which; null for a plan that does something.</summary>
    public UndoOrigin? Undoes { get; init; }

    /// <summary>Object id of the operator who had it done on the page of a case; null when nobody pressed anything.</summary>
    public PersonId? OperatorId { get; init; }

    /// <summary>The steps, in order. Never empty.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>Object ids of everyone who opened the ticket, and of the operator who had a step done: none of them decides about it or collects its secret.</summary>
    public IReadOnlyList<string> EveryOpener() => OperatorId is { } by ? [.. Opening?.OpenerIds ?? [], by.Value] : Opening?.OpenerIds ?? [];
}

/// <summary>Which plan's steps another plan undoes.</summary>
/// <param name="CaseId">The case of the plan that is undone.</param>
/// <param name="Plan">That plan in the context store.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Reason">Why, in the operator's words. Untrusted text.</param>
public sealed record UndoOrigin(CaseId CaseId, ContextReference Plan, PlanHash PlanHash, string Reason);
