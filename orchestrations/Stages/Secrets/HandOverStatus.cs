namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What a hand-over looked like.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="PersonWanted">True when somebody asked for a person.</param>
public sealed record HandOverStatus(HandOverState State, bool PersonWanted);
