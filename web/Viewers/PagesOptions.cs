namespace HelpDesk.Web.Viewers;

/// <summary>Who may see and do what on the pages. Section <c>Pages</c>.</summary>
public sealed class PagesOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Pages";

    /// <summary>
    /// Entra group ids whose members see all pages, besides the members of all approver groups of policy/approvers.yaml. Default
    /// none. Settings <c>Pages:ViewerGroupIds:0</c>, <c>:1</c>, ...
    /// </summary>
    public IList<string> ViewerGroupIds { get; set; } = [];

    /// <summary>Name of the approver group whose members may change the kill switch, resume or end workflows, and decide about dead letters. Default <c>it-managers</c>. Setting <c>Pages:OperatorGroup</c>.</summary>
    public string OperatorGroup { get; set; } = "it-managers";

    /// <summary>Name of the approver group whose members may turn the kill switch on, never off. Default <c>security</c>; a policy without that group has none. Setting <c>Pages:FreezeGroup</c>.</summary>
    public string FreezeGroup { get; set; } = DefaultFreezeGroup;

    /// <summary>How old a remembered membership may be while the directory doesn't respond; 0 to 12 hours, default 2 hours. Setting <c>Pages:RememberMembershipFor</c>.</summary>
    public TimeSpan RememberMembershipFor { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The shipped name of the group of security approvers.</summary>
    internal const string DefaultFreezeGroup = "security";

    /// <summary>Longest <see cref="RememberMembershipFor"/>.</summary>
    internal static readonly TimeSpan LongestMemory = TimeSpan.FromHours(12);
}
