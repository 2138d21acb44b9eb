using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Approvals;

/// <summary>Log of the check of approver groups.</summary>
internal static partial class ApproverLog
{
    [LoggerMessage(1310, LogLevel.Error, "Approvals can fail: {Error}")]
    public static partial void ApproverError(this ILogger logger, string error);

    [LoggerMessage(1311, LogLevel.Warning, "The approver groups could not be checked, because the directory could not be read ({Code}). Run helpdesk runbooks check --directory")]
    public static partial void ApproversUnknown(this ILogger logger, string code);
}
