namespace HelpDesk.Orchestrations.Domain.Policy.Approvers;

/// <summary>A group of people who may approve.</summary>
/// <param name="Name">As policy files name it.</param>
/// <param name="Title">As people read it.</param>
/// <param name="GroupId">Entra group id; membership is read at the moment of the decision.</param>
/// <param name="Line">Where it stands in <c>policy/approvers.yaml</c>; default 1.</param>
public sealed record ApproverGroup(string Name, string Title, string GroupId, int Line = 1);
