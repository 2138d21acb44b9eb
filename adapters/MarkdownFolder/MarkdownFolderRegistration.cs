using HelpDesk.Orchestrations.Domain.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>Registers the folder of articles.</summary>
public static class MarkdownFolderRegistration
{
    /// <summary>Adds it as a source of knowledge; nothing when <c>Knowledge:Folder</c> is empty. The settings are checked at start.</summary>
    public static IServiceCollection AddMarkdownFolder(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(MarkdownFolderOptions.Section);
        if (section[nameof(MarkdownFolderOptions.Folder)] is "")
            return services;
        services.AddOptions<MarkdownFolderOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MarkdownFolderOptions>, MarkdownFolderOptionsValidator>());
        services.AddSingleton<IKnowledgeSource, MarkdownFolderSource>();
        return services;
    }
}
