using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>What a button of a channel stands for, signed, so that a channel only carries it. Whoever presses it is checked apart from that.</summary>
public sealed class ButtonTokens(IOptions<HelpDeskOptions> options)
{
    private const int MacLength = 32;

    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>The token of a button.</summary>
    public string Write(ButtonPress press)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(int)press.Kind}.{press.Number}.{press.Option}.{press.CaseId}");
        return $"{Mac(text)}.{text}";
    }

    /// <summary>Reads a token; false for anything that we did not write.</summary>
    public bool TryRead(string? token, out ButtonPress press)
    {
        press = new ButtonPress(new CaseId(""), ButtonKind.Person);
        if (token is not { Length: > MacLength + 1 and < 600 } || token[MacLength] != '.')
            return false;
        var text = token[(MacLength + 1)..];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(text)), Encoding.UTF8.GetBytes(token[..MacLength])))
            return false;
        var parts = text.Split('.', 4);
        press = new ButtonPress(new CaseId(parts[3]), (ButtonKind)int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        return true;
    }

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"button|{text}")))[..MacLength];
}

/// <summary>What pressing a button means.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Number">Number of the question; 0 where it answers none.</param>
/// <param name="Option">Place of the option in the question, from 0.</param>
public sealed record ButtonPress(CaseId CaseId, ButtonKind Kind, int Number = 0, int Option = 0);

/// <summary>What a button does. The numbers are in tokens: never change them.</summary>
public enum ButtonKind
{
    /// <summary>Chooses an option of a question.</summary>
    Answer = 1,

    /// <summary>Says that it works.</summary>
    Works = 2,

    /// <summary>Says that it does not work.</summary>
    WorksNot = 3,

    /// <summary>Asks for a person.</summary>
    Person = 4,

    /// <summary>Allows the remote session of that number.</summary>
    AllowRemote = 5,

    /// <summary>Refuses the remote session of that number.</summary>
    RefuseRemote = 6,
}
