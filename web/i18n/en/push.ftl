# Notifications in the browser
refusal-push-endpoint = We send no notifications to this address.
refusal-push-key = These are no keys of a browser.
