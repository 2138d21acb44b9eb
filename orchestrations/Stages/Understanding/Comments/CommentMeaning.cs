namespace HelpDesk.Orchestrations.Stages.Understanding.Comments;

/// <summary>What a comment of the requester means for a case.</summary>
public enum CommentMeaning
{
    /// <summary>Nothing: an automatic reply, or thanks.</summary>
    Nothing,

    /// <summary>It works, or the matter is settled: nothing is left to do.</summary>
    Solved,

    /// <summary>The request is withdrawn.</summary>
    Withdrawn,

    /// <summary>Something else is asked for than before.</summary>
    Changed,

    /// <summary>A person is asked for.</summary>
    WantsPerson,

    /// <summary>Something is added, or asked.</summary>
    Information,
}
