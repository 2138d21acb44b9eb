using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.RemoteSessions;

/// <summary>A remote session of a case: who asked for it, what the requester said, and what became of it. It holds no link and nothing of what was seen.</summary>
/// <param name="Id">Its id: the time it was asked for and a digest.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Tool">Name of the tool.</param>
/// <param name="TechnicianId">Who asked; the only one who gets the supporter's link.</param>
/// <param name="TechnicianName">Their name.</param>
/// <param name="AskedAt">UTC.</param>
public sealed record RemoteSession(string Id, CaseId CaseId, string Tool, PersonId TechnicianId, string TechnicianName, DateTimeOffset AskedAt)
{
    /// <summary>How long the requester has to answer. Chosen because a technician waits at the other end.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(30);

    /// <summary>After that nothing more is read of a session that never ended.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The number by which a button of a message means this session and no other of the case.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int ButtonNumber => (int)(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Id))) >> 1);

    /// <summary>Where it is.</summary>
    public RemoteSessionState State { get; init; } = RemoteSessionState.Asked;

    /// <summary>Device that the technician named; empty where the tool needs none.</summary>
    public string Device { get; init; } = "";

    /// <summary>Number of the ticket.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>Two-letter language of the requester.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When the requester answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The tool's own name of the session, by which its report is found there.</summary>
    public string? Reference { get; init; }

    /// <summary>Since when the tool is asked to make it, UTC; null while it is not.</summary>
    public DateTimeOffset? MakingSince { get; init; }

    /// <summary>When it could be joined, UTC.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>When the requester was seen in it, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it could not be made, or what the tool said; in our own words.</summary>
    public string? Note { get; init; }

    /// <summary>True while something may still become of it.</summary>
    public bool IsOpen => State is RemoteSessionState.Asked or RemoteSessionState.Allowed or RemoteSessionState.Ready or RemoteSessionState.Active;
}

/// <summary>Where a session is. Names are kept: never change them.</summary>
public enum RemoteSessionState
{
    /// <summary>The requester was asked.</summary>
    Asked,

    /// <summary>The requester allowed it; the tool makes it.</summary>
    Allowed,

    /// <summary>Both sides can join.</summary>
    Ready,

    /// <summary>The requester is in it.</summary>
    Active,

    /// <summary>It ended.</summary>
    Ended,

    /// <summary>The requester said no.</summary>
    Refused,

    /// <summary>No one answered, or no one joined in time.</summary>
    Expired,

    /// <summary>The tool could not make it.</summary>
    Failed,
}
