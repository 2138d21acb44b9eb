using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Knowledge;

/// <summary>What knowledge says in logs: ids and outcomes. Event ids 1700 to 1719.</summary>
internal static partial class KnowledgeLog
{
    [LoggerMessage(1700, LogLevel.Warning, "Knowledge of {SourceId} could not be read ({Code}): {Reason}")]
    public static partial void SourceNotRead(this ILogger logger, string sourceId, string code, string reason);

    [LoggerMessage(1701, LogLevel.Warning, "{SourceId} holds something that is not an article: {Problem}")]
    public static partial void NotAnArticle(this ILogger logger, string sourceId, string problem);

    [LoggerMessage(1702, LogLevel.Warning, "{Model} could not word an answer ({Code}); the passage itself is given")]
    public static partial void ModelAway(this ILogger logger, string model, string code);

    [LoggerMessage(1703, LogLevel.Warning, "An answer of {Model} was not used: {Why}")]
    public static partial void AnswerRefused(this ILogger logger, string model, string why);

    [LoggerMessage(1704, LogLevel.Warning, "{SourceId} could not say whether a person may read an article ({Code}); it is not shown")]
    public static partial void RightsNotKnown(this ILogger logger, string sourceId, string code);

    [LoggerMessage(1705, LogLevel.Warning, "A draft of an article in {SourceId} was not written or read ({Code}): {Reason}")]
    public static partial void DraftFailed(this ILogger logger, string sourceId, string code, string reason);

    [LoggerMessage(1706, LogLevel.Warning, "Articles of {SourceId} were not prepared for search by meaning ({Code}): {Reason}")]
    public static partial void MeaningNotKept(this ILogger logger, string sourceId, string code, string reason);

    [LoggerMessage(1707, LogLevel.Warning, "A question was searched by words only: {Model} gave no vector ({Code})")]
    public static partial void SearchedByWordsOnly(this ILogger logger, string model, string code);

    [LoggerMessage(1708, LogLevel.Warning, "An article of {SourceId} is found by words only: {Model} does not take it ({Code})")]
    public static partial void ArticleWithoutMeaning(this ILogger logger, string sourceId, string model, string code);
}
