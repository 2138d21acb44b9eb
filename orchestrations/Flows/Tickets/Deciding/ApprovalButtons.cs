using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>What a button of an approval's message stands for, signed together with the plan that the message shows. It proves nothing of who presses it.</summary>
public sealed class ApprovalButtons(IOptions<HelpDeskOptions> options)
{
    private const string Mark = "approval";
    private const int MacLength = 32;
    private const int LongestToken = 400;

    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>The token of a button.</summary>
    public string Write(ApprovalPress press)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Mark}.{(int)press.Act}.{press.PlanHash}.{press.ApprovalId}");
        return $"{Mac(text)}.{text}";
    }

    /// <summary>Reads a token; null for anything that we did not write.</summary>
    public ApprovalPress? Read(string? token)
    {
        if (token is not { Length: > MacLength + 1 and <= LongestToken } || token[MacLength] != '.')
            return null;
        var text = token[(MacLength + 1)..];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(text)), Encoding.UTF8.GetBytes(token[..MacLength])) && text.Split('.', 4) is [Mark, var act, var hash, var id]
            ? new ApprovalPress((ApprovalAct)int.Parse(act, CultureInfo.InvariantCulture), new PlanHash(hash), id)
            : null;
    }

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"approval-button|{text}")))[..MacLength];
}

/// <summary>What pressing a button of an approval means.</summary>
/// <param name="Act">What it does.</param>
/// <param name="PlanHash">Hash of the plan that was shown.</param>
/// <param name="ApprovalId">The approval.</param>
public sealed record ApprovalPress(ApprovalAct Act, PlanHash PlanHash, string ApprovalId);

/// <summary>What a button of an approval does. The numbers are in tokens: never change them.</summary>
public enum ApprovalAct
{
    /// <summary>Approves.</summary>
    Approve = 1,

    /// <summary>Denies.</summary>
    Deny = 2,

    /// <summary>Asks the requester what was written beside the button.</summary>
    Ask = 3,

    /// <summary>Delegates the approvals of who presses to the person who was filled in, until the end of the day that was.</summary>
    Delegate = 4,
}
