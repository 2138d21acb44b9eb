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
}
