using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Web.Approvals;

/// <summary>What the page after a decision shows.</summary>
/// <param name="Title">Outcome of the decision.</param>
/// <param name="IsGood">True when the decision counts.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="SeesCases">True when a link to the case leads somewhere.</param>
public sealed record DecisionModel(string Title, bool IsGood, DecisionOutcome Outcome, bool SeesCases);
