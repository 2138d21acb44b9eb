namespace HelpDesk.Orchestrations.Domain.Policy.Delegates;

/// <summary>How a delegate stands to the person they ask for, as the directory says.</summary>
public enum DelegateRelation
{
    /// <summary>The requester is the person's manager.</summary>
    Manager,

    /// <summary>The requester is a member of a group (human resources).</summary>
    MemberOfGroup,
}
