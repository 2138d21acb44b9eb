using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>Registers the folder of articles.</summary>
public static class MarkdownFolderRegistration
{
    private static readonly ProbeAdvice Advice = new(
        "The folder of Knowledge:Folder cannot be read: let the account of the app read it and all folders in it. Its articles are used until Knowledge:TimeToLive is over.",
        "The folder of Knowledge:Folder does not exist or its drive is away: mount it, or set Knowledge:Folder. Its articles are used until Knowledge:TimeToLive is over.",
        "The folder of Knowledge:Folder is not readable at the moment. Its articles are used until Knowledge:TimeToLive is over.");

    /// <summary>Adds it as a source of knowledge; nothing when <c>Knowledge:Folder</c> is empty. The settings are checked at start.</summary>
    public static IServiceCollection AddMarkdownFolder(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(MarkdownFolderOptions.Section);
        if (section[nameof(MarkdownFolderOptions.Folder)] is "")
            return services;
        services.AddOptions<MarkdownFolderOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MarkdownFolderOptions>, MarkdownFolderOptionsValidator>());
        services.AddSingleton<IKnowledgeSource, MarkdownFolderSource>();
        services.AddSingleton(static provider =>
        {
            var folder = provider.GetRequiredService<IOptions<MarkdownFolderOptions>>();
            return new DependencyProbe("knowledge-folder", IsRequired: false, Advice, cancellation => MarkdownFolderSource.CheckAsync(folder.Value.Folder));
        });
        return services;
    }
}
