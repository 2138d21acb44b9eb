using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Cases;

/// <summary>What the page of a case shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="TicketSystem">Name of the system that holds its ticket.</param>
/// <param name="Background">What happened in it, what was said, and the help for the technician.</param>
/// <param name="StepTitles">Titles of its remediations by catalogue id.</param>
/// <param name="Off">What of its plan is switched off now.</param>
/// <param name="PersonAsked">The request for a person; null = none.</param>
/// <param name="Offers">Steps of its plan with whether they can be undone; empty for viewers who may not request it, and while the case is open.</param>
/// <param name="Stopped">How its workflow stopped before the case ended; null while it continues.</param>
public sealed record CaseModel(
    CaseRecord Case,
    string TicketSystem,
    CaseBackground Background,
    IReadOnlyDictionary<string, string> StepTitles,
    CaseOff Off,
    PersonRequest? PersonAsked,
    IReadOnlyList<UndoOffer> Offers,
    WorkflowState? Stopped)
{
    /// <summary>True while automation works on it, so that a request for a person changes something.</summary>
    public bool IsOpen => !Labels.IsOver(Case);
}
