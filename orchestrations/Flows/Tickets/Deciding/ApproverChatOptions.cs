using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Settings of approvals in chats, section <c>Approvals</c>; validated at start.</summary>
public sealed class ApproverChatOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Approvals";

    /// <summary>True when approvers are written to in the chats that may write first; null when the setting is neither, which is refused at start. Default true. Setting <c>Approvals:InChats</c>.</summary>
    public bool? InChats { get; set; } = true;

    /// <summary>Largest approver group whose members are written to one by one, 1 to 200. Default 25. Setting <c>Approvals:MostInChats</c>.</summary>
    public int MostInChats { get; set; } = 25;
}

/// <summary>Checks <see cref="ApproverChatOptions"/> at start.</summary>
internal sealed class ApproverChatOptionsValidator : IValidateOptions<ApproverChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ApproverChatOptions options)
    {
        var faults = new List<string>();
        if (options.InChats is null)
            faults.Add("Approvals:InChats must be true or false.");
        if (options.MostInChats is < 1 or > 200)
            faults.Add("Approvals:MostInChats must be 1 to 200.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
