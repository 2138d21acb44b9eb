using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>One ticket's way through the house, as pages list it. A projection: decisions never read it. All texts are redacted.</summary>
public sealed record CaseRecord
{
    /// <summary>Case id = workflow instance id.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>When the webhook was accepted, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When this record last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it came to rest, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Its state.</summary>
    public required CaseState State { get; init; }

    /// <summary>Which way it took.</summary>
    public CasePath Path { get; init; }

    /// <summary>What it does or waits for now, in plain words.</summary>
    public string? Doing { get; init; }

    /// <summary>Redacted title.</summary>
    public string? Title { get; init; }

    /// <summary>Where a person opens the ticket.</summary>
    public Uri? TicketUrl { get; init; }

    /// <summary>Display name of the verified requester.</summary>
    public string? RequesterName { get; init; }

    /// <summary>Object id of the verified requester.</summary>
    public PersonId? RequesterId { get; init; }

    /// <summary>Names of who opened the ticket. Untrusted text.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>The way the ticket came, in words.</summary>
    public string? Channel { get; init; }

    /// <summary>Intent id.</summary>
    public string? Intent { get; init; }

    /// <summary>0 to 1; null too when the intent is in doubt for another reason (<see cref="Doubt"/>).</summary>
    public double? Confidence { get; init; }

    /// <summary>Why the intent is in doubt ("the words for it are not in the ticket"); null when nothing speaks against it.</summary>
    public string? Doubt { get; init; }

    /// <summary>Which model said so.</summary>
    public string? TriagedBy { get; init; }

    /// <summary>Runbook id.</summary>
    public string? RunbookId { get; init; }

    /// <summary>The plan that was made, in the context store.</summary>
    public ContextReference? Plan { get; init; }

    /// <summary>Plans of the containment steps that were done before it, in the context store. Default none.</summary>
    public IReadOnlyList<ContextReference> Containment { get; init; } = [];

    /// <summary>When this is an undo: the case whose steps it undoes.</summary>
    public CaseId? UndoOf { get; init; }

    /// <summary>When this is a security case: the case of which the person said that it was not them.</summary>
    public CaseId? SecurityOf { get; init; }

    /// <summary>When an operator had a step done on the page of another case: that case.</summary>
    public CaseId? ActionOf { get; init; }

    /// <summary>Cases of the steps that operators had done on its page, in order.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Cases of the undos that were asked for, in order.</summary>
    public IReadOnlyList<string> Undos { get; init; } = [];

    /// <summary>The gate that is open, when an approval is waited for.</summary>
    public string? OpenApprovalId { get; init; }

    /// <summary>The hand-over that is open, when a pass may be collected.</summary>
    public string? OpenHandOverId { get; init; }

    /// <summary>The event the workflow waits for now: what wakes it.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>Channels that were not notified, one sentence each; empty when all were.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];

    /// <summary>Steps of the plan with the state of each.</summary>
    public IReadOnlyList<CaseStep> Steps { get; init; } = [];

    /// <summary>What must be true for the person, with what was read of it; empty until the first reading, and where the runbook names nothing.</summary>
    public IReadOnlyList<CaseOutcomeLine> OutcomeLines { get; init; } = [];

    /// <summary>The open case of the same person about the same thing that this ticket joined; null = none.</summary>
    public CaseId? JoinedTo { get; init; }

    /// <summary>Cases of tickets that joined this one, in order.</summary>
    public IReadOnlyList<string> JoinedBy { get; init; } = [];

    /// <summary>When the requester reopened it, which takes the resolution back; null = not. UTC.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>Why it went to a person or was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>True when every executed step and the runbook's outcome were read back.</summary>
    public bool Verified { get; init; }

    /// <summary>The ticket as it was read at the start, redacted, in the context store; null for a case without one.</summary>
    public ContextReference? Snapshot { get; init; }

    /// <summary>Comments that people wrote after that, redacted, oldest first; at most 20.</summary>
    public IReadOnlyList<CaseComment> Comments { get; init; } = [];

    /// <summary>What the ticket system did not take or does not show, one sentence each: "not told", "not assigned". Empty when all was read back.</summary>
    public IReadOnlyList<string> TicketProblems { get; init; } = [];

    /// <summary>Whose password, lock or code it is about, as policy/systems.yaml knows it (<c>other:ID</c>); null when it is about none, or the case is not with a person.</summary>
    public string? AboutSystem { get; init; }

    /// <summary>The group that the ticket was given to; null when a person had it, or no group took it.</summary>
    public string? HandedTo { get; init; }

    /// <summary>True when a person got it only because something was not understood, so that a reply of the requester may cure it. Default false.</summary>
    public bool IsCurable { get; init; }

    /// <summary>How often it went back to planning because a reply cured it. Default 0.</summary>
    public int PlannedAgain { get; init; }

    /// <summary>The workflow that works on it when it was planned again; null when it is the first one, which has the case's id.</summary>
    public string? Instance { get; init; }

    /// <summary>Id of the workflow that works on it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Workflow => Instance ?? CaseId;

    /// <summary>The record with one more of <see cref="TicketProblems"/>.</summary>
    public CaseRecord With(string ticketProblem) =>
        TicketProblems.Contains(ticketProblem, StringComparer.Ordinal) ? this : this with { TicketProblems = [.. TicketProblems, ticketProblem] };

    /// <summary>How many questions the requester was asked. Default 0.</summary>
    public int QuestionsAsked { get; init; }

    /// <summary>How many of them were answered. Default 0.</summary>
    public int QuestionsAnswered { get; init; }

    /// <summary>Number of the question that waits for an answer; null = none.</summary>
    public int? OpenQuestion { get; init; }

    /// <summary>What was asked and what was answered, one sentence each, for whoever takes over. Default none.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>True when knowledge was searched in full and no article answers the ticket. Default false.</summary>
    public bool IsWithoutArticle { get; init; }

    /// <summary>Ids of ticket comments that answered a question: they are answers and no change of the request. Default none.</summary>
    public IReadOnlyList<string> AnswerComments { get; init; } = [];

    /// <summary>Language in which the requester is answered; null until it is known.</summary>
    public string? Language { get; init; }

    /// <summary>How the requester sounds and how soon they need help; null when neither is out of the ordinary. It orders what waits for people.</summary>
    public TicketTone? Tone { get; init; }

    /// <summary>Version of the ticket when it was read back as resolved; a later version that is open again was reopened.</summary>
    public long? ResolvedVersion { get; init; }

    /// <summary>What helps the technician who got it; null while nobody has it, and in records from before there was one.</summary>
    public ContextReference? Assist { get; init; }

    /// <summary>What the technician did with the drafted answer; null = nothing yet.</summary>
    public DraftUse? DraftUse { get; init; }

    /// <summary>Whether the next steps were right, as the technician said; null = not said.</summary>
    public bool? AreStepsRight { get; init; }

    /// <summary>When the ticket system first showed that the person who had it resolved or closed it, UTC; null while it is open, and where nobody had it.</summary>
    public DateTimeOffset? PersonClosedAt { get; init; }

    /// <summary>True when a technician used the help: sent the draft, judged the next steps or had a step done.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHelpUsed => DraftUse is HelpDesk.Orchestrations.Ledger.Cases.DraftUse.AsIs or HelpDesk.Orchestrations.Ledger.Cases.DraftUse.Edited || AreStepsRight == true || Actions.Count > 0;
}

/// <summary>What became of a drafted answer.</summary>
public enum DraftUse
{
    /// <summary>Sent as it was drafted.</summary>
    AsIs,

    /// <summary>Sent with other words.</summary>
    Edited,

    /// <summary>Not sent.</summary>
    Discarded,
}

/// <summary>A condition of a case's outcome as a page shows it.</summary>
/// <param name="Condition">Name of the condition.</param>
/// <param name="State">Its state.</param>
/// <param name="Evidence">What was read, in one sentence.</param>
public sealed record CaseOutcomeLine(string Condition, OutcomeState State, string Evidence);

/// <summary>Which way a case took.</summary>
public enum CasePath
{
    /// <summary>Not known yet.</summary>
    Undecided,

    /// <summary>Remediated without a person.</summary>
    Automatic,

    /// <summary>Asked an approver.</summary>
    Approval,

    /// <summary>Policy or an approver said no.</summary>
    Refused,

    /// <summary>Handed to a person.</summary>
    Person,

    /// <summary>Nothing was done.</summary>
    Nothing,

    /// <summary>An operator asked for the undo of another case; no ticket's way.</summary>
    Undo,

    /// <summary>Answered from knowledge, and the requester says that it solved it. Nothing was changed anywhere.</summary>
    Knowledge,

    /// <summary>An operator had a step done on the page of another case; no ticket's way.</summary>
    Action,
}

/// <summary>The state of a case.</summary>
public enum CaseState
{
    /// <summary>The house works on it.</summary>
    Working,

    /// <summary>Waits for an approver.</summary>
    WaitingForApproval,

    /// <summary>Waits for an entitled person to collect a pass.</summary>
    WaitingForHandOver,

    /// <summary>Waits for a second administrator of the target system (Intune's Multi-Admin Approval).</summary>
    WaitingForMultiAdminApproval,

    /// <summary>Waits for the end of another ticket of the same person about the same thing.</summary>
    Joined,

    /// <summary>Everything was done and read back; what must be true for the person is not so yet, and is read again.</summary>
    CheckingOutcome,

    /// <summary>Resolved and verified.</summary>
    Resolved,

    /// <summary>With a person.</summary>
    Escalated,

    /// <summary>Ended without anything to do (already closed, a duplicate, our own ticket).</summary>
    Ignored,

    /// <summary>Waits for the requester's answer to a question.</summary>
    WaitingForAnswer,
}
