namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>What stood before a membership was changed.</summary>
/// <param name="IsMember">True when the person was a direct member.</param>
internal sealed record MembershipState(bool IsMember);
