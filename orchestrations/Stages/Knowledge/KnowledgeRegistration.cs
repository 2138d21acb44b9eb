using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Answers;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge;

/// <summary>Registers knowledge: reading sources, finding passages, wording answers.</summary>
public static class KnowledgeRegistration
{
    /// <summary>Adds it. Needs what is kept of knowledge, the sources and, registered before, <see cref="IPassageIndex"/> from elsewhere; without them nothing is found.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<KnowledgeOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsValidator>());
        services.TryAddSingleton<IPassageIndex, EmptyPassageIndex>();
        services.TryAddSingleton<KnowledgeSync>();
        services.TryAddSingleton<KnowledgeIndex>();
        services.TryAddSingleton<KnowledgeRights>();
        services.TryAddSingleton<VectorFill>();
        services.TryAddSingleton<MeaningIndex>();
        services.TryAddSingleton<QuestionMeaning>();
        services.TryAddSingleton<NearSearch>();
        services.TryAddSingleton<KnowledgeSearch>();
        services.AddSingleton<IStaffArticles, StaffArticles>();
        services.TryAddSingleton<AnswerWriter>();
        services.TryAddSingleton<DraftWriting>();
        return services;
    }

    // A text that is no time becomes negative, which the validator names as out of range.
    private static void Read(IConfiguration settings, KnowledgeOptions options)
    {
        if (settings[$"{KnowledgeOptions.Section}:TimeToLive"] is { Length: > 0 } timeToLive)
            options.TimeToLive = TimeSpan.TryParse(timeToLive, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
        if (settings[$"{KnowledgeOptions.Section}:ExpiresSoon"] is { Length: > 0 } expires)
            options.ExpiresSoon = TimeSpan.TryParse(expires, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.FromDays(-1);
        if (settings[$"{KnowledgeOptions.Section}:LeastNearness"] is { Length: > 0 } nearness)
            options.LeastNearness = double.TryParse(nearness, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (settings[$"{KnowledgeOptions.Section}:Drafts"] is { Length: > 0 } drafts)
            (options.Drafts, options.IsDraftsWrong) = (bool.TryParse(drafts, out var isOn) ? isOn : null, !bool.TryParse(drafts, out _));
        if (settings[$"{KnowledgeOptions.Section}:DraftAgainAfter"] is { Length: > 0 } again)
            options.DraftAgainAfter = TimeSpan.TryParse(again, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.FromDays(-1);
    }
}
