using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Viewers;

/// <summary>Registers what decides who sees what.</summary>
internal static class ViewerRegistration
{
    /// <summary>Adds the viewer's access and its settings, section <c>Pages</c>.</summary>
    public static IServiceCollection AddViewers(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<PagesOptions>().Bind(settings.GetSection(PagesOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PagesOptions>, PagesOptionsValidator>());
        services.TryAddSingleton<ViewerAccess>();
        return services;
    }
}
