namespace HelpDesk.Architecture.Tests.Planted;

/// <summary>Planted: ids as plain text, in a record, a method and an interface.</summary>
public sealed record LooseIds(string CaseId, string Name)
{
    /// <summary>The device, perhaps.</summary>
    public string? DeviceId { get; init; }

    internal static bool Is(string planHash, string words) => planHash == words;
}

/// <summary>Planted: an id as plain text in an interface.</summary>
public interface ILooseIds
{
    /// <summary>Reads something of a group.</summary>
    Task<string> ReadAsync(string groupId);
}
