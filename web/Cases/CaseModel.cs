using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Cases;

/// <summary>What the page of a case shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="TicketSystem">Name of the system that holds its ticket.</param>
/// <param name="Timeline">Its audit chain, in order.</param>
/// <param name="Actors">Names of the actors in it. Untrusted texts.</param>
/// <param name="StepTitles">Titles of its remediations by catalogue id.</param>
/// <param name="Off">What of its plan is switched off now.</param>
/// <param name="PersonAsked">That somebody asked for a person; null = nobody.</param>
/// <param name="Damage">Why the chain cannot be shown; null when it can.</param>
/// <param name="Offers">Steps of its plan with whether they can be undone; empty for who may not ask for that, and while it is open.</param>
/// <param name="Stopped">How its workflow stopped before the case came to rest; null when it goes on.</param>
public sealed record CaseModel(
    CaseRecord Case,
    string TicketSystem,
    IReadOnlyList<AuditEntry> Timeline,
    IReadOnlyDictionary<string, string> Actors,
    IReadOnlyDictionary<string, string> StepTitles,
    CaseOff Off,
    PersonRequest? PersonAsked,
    string? Damage,
    IReadOnlyList<UndoOffer> Offers,
    WorkflowState? Stopped)
{
    /// <summary>True while the house still works on it, so that asking for a person changes something.</summary>
    public bool IsOpen => !Words.IsAtRest(Case);
}
